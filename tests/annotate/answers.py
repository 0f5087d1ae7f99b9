#!/usr/bin/env python3
"""What people said in an annotated file is never lost. Shares no code with the program.

usage: answers.py PROGRAM WORKDIR DRAFT [SOFFICE]

Annotates the draft; answers two comments, edits one, resolves one, as Word writes it; repairs the words of
one; saves through LibreOffice where it is given; annotates again. Then all of a person's words are still
there, the comment on what was repaired is gone, and the others are there once.
"""
import os, re, subprocess, sys, zipfile
from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
MARK = re.compile(r"\[(\S+) ([0-9a-f]{16})-[0-9a-f]{8}\]")


def w(name):
    return f"{{{W}}}{name}"


def read(path):
    with zipfile.ZipFile(path) as package:
        return {entry.filename: package.read(entry) for entry in package.infolist()}


def write(path, files):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name, data)


def lines(comment):
    return ["".join(t.text or "" for t in p.iter(w("t"))) for p in comment.iter(w("p"))]


def comments(path):
    files = read(path)
    root = etree.fromstring(files["word/comments.xml"])
    return {c.get(w("id")): c for c in root.iter(w("comment"))}


def ours(path):
    found = []
    for comment in comments(path).values():
        own = [line for line in lines(comment) if line.strip()]
        if own and MARK.fullmatch(own[-1].strip()):
            found.append((MARK.fullmatch(own[-1].strip()).group(1), "\n".join(own)))
    return found


def say(path, out):
    """Two answers, an edit, a settled one, as Word writes them; a repair."""
    files = read(path)
    root = etree.fromstring(files["word/comments.xml"])
    body = etree.fromstring(files["word/document.xml"])
    marked = [c for c in root if MARK.fullmatch(lines(c)[-1]) and "tong-hop" not in lines(c)[-1]]
    full = [c for c in marked if re.match(r"\d+\.", lines(c)[0])]
    answered, edited, settled = full[:2], full[2], full[3]
    extended = etree.Element(f"{{{W15}}}commentsEx", nsmap={"w15": W15})
    greatest = max(int(c.get(w("id"))) for c in root)
    for number, comment in enumerate(list(root)):
        last = list(comment.iter(w("p")))[-1]
        last.set(f"{{{W14}}}paraId", f"{0x10000000 + number:08X}")
        own = etree.SubElement(extended, f"{{{W15}}}commentEx")
        own.set(f"{{{W15}}}paraId", f"{0x10000000 + number:08X}")
        own.set(f"{{{W15}}}done", "1" if comment is settled else "0")
    for number, comment in enumerate(answered):
        greatest += 1
        reply = etree.SubElement(root, w("comment"))
        reply.set(w("id"), str(greatest))
        reply.set(w("author"), "Nguyễn Thị Bình")
        paragraph = etree.SubElement(reply, w("p"))
        paragraph.set(f"{{{W14}}}paraId", f"{0x20000000 + number:08X}")
        etree.SubElement(etree.SubElement(paragraph, w("r")), w("t")).text = f"Giữ nguyên vì lý do số {number + 1}."
        own = etree.SubElement(extended, f"{{{W15}}}commentEx")
        own.set(f"{{{W15}}}paraId", f"{0x20000000 + number:08X}")
        own.set(f"{{{W15}}}paraIdParent", list(comment.iter(w("p")))[-1].get(f"{{{W14}}}paraId"))
        own.set(f"{{{W15}}}done", "0")
        for kind in ("commentRangeStart", "commentRangeEnd", "commentReference"):
            for node in list(body.iter(w(kind))):
                if node.get(w("id")) == comment.get(w("id")):
                    twin = etree.fromstring(etree.tostring(node))
                    twin.set(w("id"), str(greatest))
                    node = node.getparent() if kind == "commentReference" else node
                    if kind == "commentReference":
                        run = etree.Element(w("r"))
                        run.append(twin)
                        twin = run
                    node.addnext(twin)
    list(edited.iter(w("t")))[0].text += " – ý kiến của tôi: chưa đúng."
    files["word/comments.xml"] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    files["word/commentsExtended.xml"] = etree.tostring(extended, xml_declaration=True, encoding="UTF-8", standalone=True)
    types = etree.fromstring(files["[Content_Types].xml"])
    etree.SubElement(types, f"{{{TYPES}}}Override", PartName="/word/commentsExtended.xml",
                     ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml")
    files["[Content_Types].xml"] = etree.tostring(types, xml_declaration=True, encoding="UTF-8", standalone=True)
    rels = etree.fromstring(files["word/_rels/document.xml.rels"])
    etree.SubElement(rels, f"{{{RELS}}}Relationship", Id="rIdExtended", Target="commentsExtended.xml",
                     Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended")
    files["word/_rels/document.xml.rels"] = etree.tostring(rels, xml_declaration=True, encoding="UTF-8", standalone=True)
    text = etree.tostring(body, encoding="unicode")
    assert "CHŨ NGHĨA" in text, "the draft has the fault that is repaired"
    files["word/document.xml"] = text.replace("CHŨ NGHĨA", "CHỦ NGHĨA").encode()
    write(out, files)
    return [lines(c)[0] for c in answered], lines(edited)[0], lines(settled)[0]


def main():
    program, workdir, draft = os.path.abspath(sys.argv[1]), sys.argv[2], sys.argv[3]
    soffice = sys.argv[4] if len(sys.argv) > 4 else None
    copy, said = (os.path.join(workdir, name) for name in ("first.docx", "said.docx"))
    again = os.path.join(workdir, "again.docx")
    for made in (copy, said, again):
        if os.path.exists(made):
            os.remove(made)
    subprocess.run([program, "annotate", draft, "-o", copy], check=True, capture_output=True)
    before = ours(copy)
    answered, edited, settled = say(copy, said)
    if soffice:
        out = os.path.join(workdir, "saved")
        subprocess.run([soffice, f"-env:UserInstallation=file://{os.path.abspath(workdir)}/profile", "--headless",
                        "--convert-to", "docx:MS Word 2007 XML", "--outdir", out, said],
                       check=True, capture_output=True, timeout=180)
        said = os.path.join(out, "said.docx")
    told = subprocess.run([program, "annotate", said, "-o", again], check=True, capture_output=True, text=True)
    after = ours(again)
    words = "\n".join("\n".join(lines(c)) for c in comments(again).values())
    faults = []
    for wanted in ["Giữ nguyên vì lý do số 1.", "Giữ nguyên vì lý do số 2.", "ý kiến của tôi: chưa đúng."]:
        if words.count(wanted) != 1:
            faults.append(f"“{wanted}” is there {words.count(wanted)} times")
    for first in [*answered, settled]:
        if sum(text.startswith(first) for _, text in after) != 1:
            faults.append(f"“{first}” is not there once")
    if any(rule == "format/national-name" for rule, _ in after):
        faults.append("what was repaired is still told")
    if not any(rule == "format/national-name" for rule, _ in before):
        faults.append("the repaired fault was not told before")
    if words.count("Giữ nguyên – lý do: vì lý do số") != 2:
        faults.append("the summary does not tell both reasons")
    print(told.stdout.strip())
    for fault in faults:
        print(fault)
    print(f"{len(before)} comments before, {len(after)} after; {len(faults)} faults")
    sys.exit(1 if faults else 0)


main()
