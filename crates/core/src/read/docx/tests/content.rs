use super::super::fixture::{NAMES, body, p, raw, transitional, words};
use crate::draft::{Draft, Story};
use crate::text::{OddityKind, SourceSpan, Span};

fn text_of(content: &str) -> Vec<String> {
    let draft = body(content).read();
    words(&draft).into_iter().map(str::to_owned).collect()
}

#[test]
fn what_wraps_text_does_not_hide_it() {
    let run = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let content = format!(
        "<w:sdt><w:sdtPr/><w:sdtContent><w:p>{}<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>\
         <w:hyperlink>{}</w:hyperlink><w:smartTag><w:smartTag>{}</w:smartTag></w:smartTag></w:p>\
         </w:sdtContent></w:sdt><w:customXml><w:p>{}</w:p></w:customXml>",
        run("a"),
        run("b"),
        run("c"),
        run("d"),
        run("e")
    );
    assert_eq!(text_of(&content), ["abcd", "e"]);
}

#[test]
fn tracked_changes_are_read_as_accepted() {
    let content = "<w:p><w:ins w:id='1'><w:r><w:t>mới</w:t></w:r></w:ins>\
        <w:del w:id='2'><w:r><w:delText>cũ</w:delText></w:r></w:del>\
        <w:moveFrom w:id='3'><w:r><w:t>đi</w:t></w:r></w:moveFrom>\
        <w:moveTo w:id='4'><w:r><w:t> đến</w:t></w:r></w:moveTo></w:p>\
        <w:p><w:pPr><w:rPr><w:del w:id='5'/></w:rPr></w:pPr><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>\
        <w:p/>";
    assert_eq!(text_of(content), ["mớiđến", ""], "blanks at the ends count only where preserved");
}

#[test]
fn characters_that_are_elements() {
    let content = "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t>\
        <w:noBreakHyphen/><w:t>e</w:t><w:softHyphen/><w:sym w:font='Wingdings' w:char='F0A7'/>\
        <w:sym w:font='Arial' w:char='00A9'/></w:r></w:p>";
    let draft = body(content).read();
    assert_eq!(words(&draft), ["a\tb\nc\nd-e•©"]);
    assert_eq!(draft.oddities[0].kind, OddityKind::SoftHyphen);
}

#[test]
fn a_letter_split_over_runs_is_composed_and_mapped() {
    let content = "<w:p><w:r><w:t>Đi&#xEA;</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>\u{300}u 1 &amp; 2</w:t></w:r></w:p>";
    let draft = body(content).read();
    assert_eq!(words(&draft), ["Điều 1 & 2"]);
    assert!(draft.oddities.iter().any(|oddity| oddity.kind == OddityKind::Decomposed));
    let xml = format!("<w:document {NAMES}><w:body>{content}</w:body></w:document>");
    let source = |span| {
        let place = draft.map.source(span).map(|place| place.start..place.end);
        place.and_then(|range| xml.get(range)).unwrap_or_default()
    };
    assert_eq!(draft.map.parts(), ["word/main.xml"]);
    let at = |letter: &str| {
        let start = draft.text.find(letter).unwrap_or_default();
        Span::new(start, start + letter.len())
    };
    assert_eq!(source(at("Đ")), "Đ");
    assert!(source(at("ề")).starts_with("&#xEA;"));
    assert_eq!(source(at("1")), "1");
    assert_eq!(source(at("&")), "&amp;");
    assert_eq!(source(at("2")), "2");
    let runs = &draft.paragraphs[0].runs;
    assert_eq!(runs[0].span.of(&draft.text), "Điề");
    assert_eq!(runs[1].span.of(&draft.text), "u 1 & 2");
    assert_eq!(runs[1].style.bold, Some(true));
}

#[test]
fn a_text_box_is_read_once_after_its_anchor() {
    let inner = "<w:txbxContent><w:p><w:r><w:t>hộp</w:t></w:r></w:p></w:txbxContent>";
    let content = format!(
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor>\
         <a:graphic><a:graphicData><wps:wsp><wps:txbx>{inner}</wps:txbx></wps:wsp></a:graphicData></a:graphic>\
         </wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{inner}</v:textbox>\
         </v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>neo</w:t></w:r></w:p>\
         <w:p><w:r><w:pict><v:rect><v:textbox>{inner}</v:textbox></v:rect></w:pict></w:r></w:p>"
    );
    let draft = body(&content).read();
    assert_eq!(words(&draft), ["neo", "hộp", "", "hộp"]);
    let boxed: Vec<bool> = draft.paragraphs.iter().map(|paragraph| paragraph.in_text_box).collect();
    assert_eq!(boxed, [false, true, false, true]);
}

#[test]
fn an_unknown_choice_falls_back() {
    let content = "<w:p><mc:AlternateContent xmlns:z='urn:z'><mc:Choice Requires='z'><w:r><w:t>mới</w:t></w:r></mc:Choice>\
        <mc:Fallback><w:r><w:t>cũ</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>";
    assert_eq!(text_of(content), ["cũ"]);
}

#[test]
fn fields_show_their_results() {
    let mark = |kind: &str| format!("<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>");
    let content = format!(
        "<w:p><w:fldSimple w:instr=' DATE '><w:r><w:t>hôm nay</w:t></w:r></w:fldSimple>{begin}\
         <w:r><w:instrText> IF </w:instrText></w:r>{begin}<w:r><w:instrText> X </w:instrText></w:r>{separate}\
         <w:r><w:t>ẩn</w:t></w:r>{end}{separate}<w:r><w:t xml:space='preserve'> kết quả</w:t></w:r>{end}</w:p>",
        begin = mark("begin"),
        separate = mark("separate"),
        end = mark("end")
    );
    assert_eq!(text_of(&content), ["hôm nay kết quả"]);
}

#[test]
fn notes_follow_the_body() {
    let draft = body(&p("", "", "thân"))
        .part(
            "footnotes",
            "footnotes",
            "footnotes",
            &format!(
                "<w:footnote w:type='separator' w:id='0'>{0}</w:footnote><w:footnote w:id='2'>{0}</w:footnote>",
                p("", "", "chú")
            ),
        )
        .read();
    assert_eq!(words(&draft), ["thân", "chú"]);
    assert_eq!(draft.paragraphs[1].story, Story::Note);
    assert_eq!(draft.map.source(draft.paragraphs[1].span).map(|place| place.part), Some(1));
}

#[test]
fn prefixes_and_the_strict_namespace_do_not_matter() {
    let odd = format!(
        "<document xmlns='{0}' xmlns:q='{0}'><body><p><pPr><jc q:val='center'/></pPr><q:r><t>chữ</t></q:r></p></body></document>",
        transitional()
    );
    let strict = odd.replace(transitional(), "http://purl.oclc.org/ooxml/wordprocessingml/main");
    for xml in [odd, strict] {
        let draft = raw(&xml).read();
        assert_eq!(words(&draft), ["chữ"]);
        assert_eq!(draft.paragraphs[0].style.alignment, Some(crate::draft::Alignment::Center));
    }
}

#[test]
fn a_part_in_utf16_is_read() {
    let xml = format!(
        "<?xml version='1.0' encoding='UTF-16'?><w:document {NAMES}><w:body><w:p><w:r><w:t>ế</w:t></w:r></w:p></w:body></w:document>"
    );
    let mut bytes = vec![0xFE, 0xFF];
    bytes.extend(xml.encode_utf16().flat_map(u16::to_be_bytes));
    let mut fixture = raw("");
    fixture.replace_main(bytes);
    assert_eq!(words(&fixture.read()), ["ế"]);
}

#[test]
fn page_breaks_stand_before_what_follows() {
    let content = format!(
        "{}<w:p><w:r><w:t>a</w:t><w:br w:type='page'/></w:r></w:p>{}{}\
         <w:p><w:r><w:lastRenderedPageBreak/><w:t>d</w:t><w:br w:type='page'/><w:t>e</w:t></w:r></w:p>\
         <w:p><w:r><w:br w:type='page'/><w:t xml:space='preserve'> </w:t></w:r></w:p><w:p><w:r><w:br w:type='page'/><w:t>f</w:t></w:r></w:p>",
        p("", "", "0"),
        p("", "", "b"),
        p("<w:pageBreakBefore/>", "", "c")
    );
    let draft = body(&content).read();
    assert_eq!(words(&draft), ["0", "a", "b", "c", "d\ne", " ", "f"]);
    let breaks: Vec<bool> = draft.paragraphs.iter().map(|paragraph| paragraph.page_break_before).collect();
    assert_eq!(breaks, [false, false, true, true, false, false, true]);
}

/// The raw words of a span, piece by piece.
fn raw_pieces(draft: &Draft, part: &str, words: &str) -> Vec<String> {
    let start = draft.text.find(words).expect("the words");
    let pieces = draft.map.pieces(Span::new(start, start + words.len()));
    pieces.iter().map(|piece| part[piece.start..piece.end].to_owned()).collect()
}

#[test]
fn words_lead_back_to_bytes_without_markup() {
    let inside = "<w:p><w:r><w:t>Quyê</w:t></w:r><w:r><w:t>\u{301}t đi</w:t></w:r><w:r><w:t>nh</w:t></w:r>\
                  <w:r><w:t>A &amp; B</w:t></w:r><w:r><w:t>so<![CDATA[ 12<3]]>4</w:t></w:r>\
                  <w:r><w:t>x</w:t><w:tab/><w:t>y<!-- z -->w</w:t></w:r></w:p>";
    let main = format!("<w:document {NAMES}><w:body>{inside}</w:body></w:document>");
    let draft = raw(&main).read();
    assert_eq!(words(&draft), ["Quyết đinhA & Bso 12<34x\tyw"]);
    let pieces = |words: &str| raw_pieces(&draft, &main, words);
    assert_eq!(pieces("Quyết"), ["Quyê", "\u{301}t"]);
    assert_eq!(pieces("đinh"), ["đi", "nh"]);
    assert_eq!(pieces("ế"), ["ê", "\u{301}"]);
    assert_eq!(pieces("A & B"), ["A &amp; B"]);
    assert_eq!(pieces("so 12<34"), ["so", " 12<3", "4"]);
    assert_eq!(pieces("x\tyw"), ["x", "y", "w"]);
    assert_eq!(pieces("\t"), Vec::<String>::new());
}

#[test]
fn what_has_no_width_goes_even_before_a_mark_and_keeps_its_place() {
    let main = format!(
        "<w:document {NAMES}><w:body><w:p><w:r><w:t>a\u{200B}\u{301} b\u{AD}</w:t></w:r></w:p></w:body></w:document>"
    );
    let draft = raw(&main).read();
    assert_eq!(words(&draft), ["á b"]);
    let places: Vec<&str> =
        draft.oddities.iter().flat_map(|odd| &odd.source).map(|at| &main[at.start..at.end]).collect();
    assert_eq!(places, ["\u{200B}", "a", "\u{301}", "\u{AD}"]);
}

#[test]
fn a_part_in_utf16_leads_back_to_its_own_bytes() {
    let inside = "<w:p><w:r><w:t>Số 𝄞 ế</w:t></w:r></w:p>";
    let main = format!("<w:document {NAMES}><w:body>{inside}</w:body></w:document>");
    let mut bytes = vec![0xFE, 0xFF];
    bytes.extend(main.encode_utf16().flat_map(u16::to_be_bytes));
    let mut package = raw(&main);
    package.replace_main(bytes.clone());
    let draft = package.read();
    let back = |place: &SourceSpan| {
        let units =
            bytes[place.start..place.end].chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
        String::from_utf16(&units.collect::<Vec<u16>>()).expect("whole letters")
    };
    let start = draft.text.find("𝄞").expect("the clef");
    let pieces = draft.map.pieces(Span::new(start, draft.text.trim_end().len()));
    assert_eq!(pieces.iter().map(back).collect::<String>(), "𝄞 ế");
    let element = draft.paragraphs[0].element.expect("an element");
    assert_eq!(back(&element), inside);
}

#[test]
fn words_outside_of_the_body_know_where_a_reader_finds_them() {
    let note = "<w:p><w:r><w:t>a</w:t><w:footnoteReference w:id='7'/></w:r></w:p>";
    let section = "<w:sectPr><w:headerReference w:type='default' r:id='h1'/></w:sectPr>";
    let draft = body(&format!("{}{note}{section}", p("", "", "first")))
        .header("h1", "<w:p><w:r><w:t>head</w:t></w:r></w:p>")
        .part(
            "footnotes",
            "footnotes",
            "footnotes",
            "<w:footnote w:id='7'><w:p><w:r><w:t>below</w:t></w:r></w:p></w:footnote>",
        )
        .read();
    let places: Vec<_> =
        draft.paragraphs.iter().map(|own| (own.text(&draft).to_owned(), own.stands_at)).collect();
    let place = |words: &str| places.iter().find(|(own, _)| own == words).expect("there").1;
    assert_eq!((place("first"), place("a"), place("below"), place("head")), (None, None, Some(1), Some(0)));
}
