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
    assert!(checked.out.contains("16/6/2025 (độ tin cậy A, đã đối chiếu"), "{checked}");
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

#[test]
fn the_stock_is_counted_with_its_day() {
    let ended = Folder::with(&[]).run(&["registry", "stats"]);
    assert_eq!(ended.status, 0, "{ended}");
    for words in
        ["Dữ liệu hiệu lực văn bản đến ngày", "Nghị định: ", "A (đã đối chiếu)", "2025: ", "Cấp xã: 3321"]
    {
        assert!(ended.out.contains(words), "{words}: {ended}");
    }
    let ended = Folder::with(&[]).run(&["registry", "stats", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&ended.out).expect("JSON");
    assert_eq!(report["schema"], "thethuc/registry-stats/v1");
    assert!(report["data_until"].is_string() && report["confidence"][0]["confidence"] == "A", "{ended}");
}

const SHEET: &str = "# data-until: 2027-03-31\n\
    number,kind,issuer,title,issued,effective,expired,replaced_by,confidence,source\n\
    30/2020/NĐ-CP,Nghị định,Chính phủ,về công tác văn thư,,,2027-02-01,9/2027/NĐ-CP,A,Công báo số 9\n";

#[test]
fn newer_data_come_as_a_pack_or_a_sheet() {
    let folder = Folder::with(&[("moi.csv", SHEET)]);
    let ended = folder.run(&["registry", "build", "moi.csv", "-o", "goi.thethuc"]);
    assert_eq!(ended.status, 0, "{ended}");
    assert!(ended.out.contains("1 văn bản") && ended.out.contains("2027-03-31"), "{ended}");
    for file in ["goi.thethuc", "moi.csv"] {
        let shown = folder.run(&["registry", "show", "30/2020/NĐ-CP", "--registry", file]);
        for words in ["05/3/2020", "01/02/2027 (độ tin cậy A", "Công báo số 9", "Dữ liệu đến: 31/3/2027"]
        {
            assert!(shown.out.contains(words), "{file}: {words}: {shown}");
        }
    }
    let again = folder.run(&["registry", "build", "moi.csv", "-o", "goi.thethuc"]);
    assert_eq!(again.status, 2, "a file is not written over unasked: {again}");
    let alone = folder.run(&["registry", "build", "moi.csv", "--replace", "--force", "-o", "goi.thethuc"]);
    assert_eq!(alone.status, 0, "{alone}");
    let absent = folder.run(&["registry", "show", "80/2015/QH13", "--registry", "goi.thethuc"]);
    assert_eq!(absent.status, 1, "{absent}");
}

#[test]
fn faults_of_newer_data_are_told_with_their_line() {
    let folder = Folder::with(&[
        ("ngay.csv", &SHEET.replace("2027-02-01", "2027-02-31")),
        ("khong-ngay.csv", &SHEET.replace("# data-until: 2027-03-31\n", "")),
        ("hong.thethuc", "thethuc-registry/v1\ndata-until\t2027-03-31\n"),
    ]);
    let ended = folder.run(&["registry", "show", "x", "--registry", "ngay.csv"]);
    assert_eq!((ended.status, ended.err.contains("ngay.csv:3:1")), (2, true), "{ended}");
    let ended = folder.run(&["registry", "build", "khong-ngay.csv", "-o", "goi.thethuc"]);
    assert_eq!((ended.status, ended.err.contains("--until")), (2, true), "{ended}");
    let ended = folder.run(&["registry", "stats", "--registry", "hong.thethuc"]);
    assert_eq!((ended.status, ended.err.contains("bị hỏng")), (2, true), "{ended}");
    let ended = folder.run(&["check", ".", "--registry", "khong-co.csv"]);
    assert_eq!(ended.status, 2, "{ended}");
}
