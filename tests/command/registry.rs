//! `thethuc registry`.

use super::support::Folder;

#[test]
fn an_instrument_is_shown_with_its_days_and_successor() {
    let ended = Folder::with(&[]).run(&["registry", "show", "80/2015/QH13"]);
    assert_eq!(ended.status, 0, "{ended}");
    for words in ["Luật số 80/2015/QH13", "22/6/2015", "Hết hiệu lực từ: 01/4/2025", "64/2025/QH15"]
    {
        assert!(ended.out.contains(words), "{words}: {ended}");
    }
    let checked = Folder::with(&[]).run(&["registry", "show", "72/2025/QH15"]);
    assert!(checked.out.contains("16/6/2025 (đã đối chiếu)"), "{checked}");
}

#[test]
fn a_unit_is_shown_with_what_became_of_it() {
    let folder = Folder::with(&[]);
    let ended = folder.run(&["registry", "show", "tỉnh Hà Giang"]);
    assert!(ended.out.contains("Sau đó thuộc: tỉnh Tuyên Quang"), "{ended}");
    let by_bare_name = folder.run(&["registry", "show", "hà giang", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&by_bare_name.out).expect("JSON");
    assert_eq!(report["schema"], "thethuc/registry/v1");
    assert!(report["units"].as_array().is_some_and(|units| units.len() > 1), "{by_bare_name}");
}

#[test]
fn what_is_not_known_is_said_to_prove_nothing() {
    let ended = Folder::with(&[]).run(&["registry", "show", "9/1999/QĐ-UB"]);
    assert_eq!(ended.status, 1);
    assert!(ended.out.contains("không có nghĩa"), "{ended}");
}

#[test]
fn an_office_may_bring_its_own_sheets() {
    let sheet = "number,kind,issuer,title,issued,effective,expired,replaced_by\n\
                 9/2030/QĐ-UBND,Quyết định,Ủy ban nhân dân tỉnh,về thử nghiệm,2030-01-02,,,\n";
    let folder = Folder::with(&[("luật/registry/harvested.csv", sheet)]);
    let ended = folder.run(&["registry", "show", "9/2030/QĐ-UBND", "--rules", "luật"]);
    assert!(ended.out.contains("về thử nghiệm"), "{ended}");
    let faulty = sheet.replace("2030-01-02", "2030-13-02");
    let folder = Folder::with(&[("luật/registry/harvested.csv", &faulty)]);
    let ended = folder.run(&["registry", "show", "9/2030/QĐ-UBND", "--rules", "luật"]);
    assert_eq!(ended.status, 2);
    assert!(ended.err.contains("harvested.csv:2:1"), "{ended}");
    let units = "rank,kind,name,code,parent,from,to,successors,aliases\n\
                 province,Tỉnh,An Giao,01,,,,,\ncommune,Xạ,Vân Hạ,02,01,,,,\n";
    let folder = Folder::with(&[("luật/registry/units.csv", units)]);
    let ended = folder.run(&["registry", "show", "xã Vân Hạ", "--rules", "luật"]);
    assert!(ended.err.contains("units.csv:3:1") && ended.err.contains("Xạ"), "{ended}");
}
