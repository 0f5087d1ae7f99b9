#!/usr/bin/env python3
"""Answers of people as LibreOffice writes them: put where our comments stand, then saved by its own writer.

usage: office.py PROGRAM WORKDIR DRAFT      (needs soffice; DRAFT has two errors on words or more)

Annotates the draft; answers one comment with a reason, one without, puts a comment with a reason on words where
nothing was found; has LibreOffice save it as .docx, which forgets who answers whom; checks. The first finding is
kept with its reason, the second is not and that is told, the third is told to hide nothing. For a reviewer who
trusts only himself the first is asked for, and as grave as ever. Then the configuration of the office keeps the
second up to a day: before that day it is kept, after it that is told, and it is not kept.
"""
import copy, json, os, subprocess, sys, zipfile
from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def w(name):
    return f"{{{W}}}{name}"


def add(root, body, author, words, beside=None, found=()):
    """A comment of somebody beside another one; on a paragraph in which nothing was found where there is none."""
    number = str(max(int(own.get(w("id"))) for own in root) + 1)
    comment = etree.SubElement(root, w("comment"))
    comment.set(w("id"), number)
    comment.set(w("author"), author)
    run = etree.SubElement(etree.SubElement(comment, w("p")), w("r"))
    etree.SubElement(run, w("t")).text = words
    marks = ("commentRangeStart", "commentRangeEnd", "commentReference")
    if beside is None:
        texts = [(own, "".join(node.text or "" for node in own.iter(w("t")))) for own in body.iter(w("p"))]
        marks_in = lambda own: next(own.iter(w("commentRangeStart"), w("commentReference")), None) is not None
        free = [(own, text) for own, text in texts if not marks_in(own) and not any(word in text for word in found)]
        paragraph = max(free, key=lambda own: len(own[1]))[0]
        start, end, run = etree.Element(w(marks[0])), etree.Element(w(marks[1])), etree.Element(w("r"))
        reference = etree.SubElement(run, w(marks[2]))
        for mark in (start, end, reference):
            mark.set(w("id"), number)
        paragraph.find(w("r")).addprevious(start)
        paragraph.extend([end, run])
        return
    for kind in marks:
        for mark in [own for own in body.iter(w(kind)) if own.get(w("id")) == beside.get(w("id"))]:
            twin = copy.deepcopy(mark)
            twin.set(w("id"), number)
            twin.tail = None
            if kind == "commentReference":
                run = etree.Element(w("r"))
                run.append(twin)
                mark.getparent().addnext(run)
            else:
                mark.addnext(twin)


def answer(workdir, annotated, said, rules, found):
    """Answers the first comment of each rule; gives how many were answered."""
    with zipfile.ZipFile(annotated) as package:
        files = {entry.filename: package.read(entry) for entry in package.infolist()}
    root, body = (etree.fromstring(files[f"word/{name}.xml"]) for name in ("comments", "document"))
    ours = list(root)
    done = 0
    for rule, words in rules:
        own = next((own for own in ours if f"[{rule} " in "".join(own.itertext())), None)
        if own is not None:
            add(root, body, "Nguyễn Thị Bình", words, own)
            done += 1
    add(root, body, "Lê Thị Hoa", "Giữ nguyên vì không có gì ở đây.", found=found)
    for name, tree in (("comments", root), ("document", body)):
        files[f"word/{name}.xml"] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    os.makedirs(os.path.join(workdir, "answered"), exist_ok=True)
    answered = os.path.join(workdir, "answered", os.path.basename(said))
    with zipfile.ZipFile(answered, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name, data)
    subprocess.run(["soffice", f"-env:UserInstallation=file://{workdir}/profile", "--headless", "--convert-to",
                    "docx:MS Word 2007 XML", "--outdir", os.path.dirname(said), answered],
                   check=True, capture_output=True, timeout=300)
    return done


def main():
    program, workdir, draft = (os.path.abspath(own) for own in sys.argv[1:4])
    annotated, said = os.path.join(workdir, "annotated.docx"), os.path.join(workdir, "said.docx")
    for made in (annotated, said):
        if os.path.exists(made):
            os.remove(made)

    def check(*more):
        ended = subprocess.run([program, "check", said, "--format", "json", *more], capture_output=True, text=True, cwd=workdir)
        return json.loads(ended.stdout)["documents"][0], ended.stderr

    subprocess.run([program, "annotate", draft, "-o", annotated, "--no-config"], check=True, capture_output=True)
    before = json.loads(subprocess.run([program, "check", draft, "--format", "json", "--no-config"], capture_output=True, text=True).stdout)
    errors = []
    for own in before["documents"][0]["findings"]:
        if own["severity"] == "error" and own["places"][0]["anchor"]["kind"] == "words" and own["rule"] not in errors:
            errors.append(own["rule"])
    kept, bare = errors[0], errors[1]
    found = [own["text"] for own in before["documents"][0]["findings"] if own["text"].strip()]
    answered = answer(workdir, annotated, said, [(kept, "Giữ nguyên vì bản chép từ sổ cũ."), (bare, "Giữ nguyên.")], found)
    faults = [] if answered == 2 else [f"{answered} of 2 comments were answered"]

    def of(document, rule):
        return next((own for own in document["findings"] if own["rule"] == rule), None)

    document, _ = check("--no-config")
    own = of(document, kept)
    if not own or own["decision"]["kind"] != "kept" or "sổ cũ" not in (own["decision"].get("reason") or ""):
        faults.append(f"{kept} is not kept: {own and own['decision']}")
    own = of(document, bare)
    if not own or own["decision"]["kind"] != "open":
        faults.append(f"{bare} was kept without a reason")
    kinds = sorted(own["kind"] for own in document.get("notices", []))
    if "no-reason" not in kinds or "needless" not in kinds:
        faults.append(f"told of what does nothing: {kinds}")
    document, _ = check("--no-config", "--trust", "own")
    own = of(document, kept)
    if own["decision"]["kind"] != "open" or own["severity"] != "error" or "sổ cũ" not in json.dumps(own.get("claim"), ensure_ascii=False):
        faults.append(f"a reviewer does not see the claim: {own['decision']}, {own.get('claim')}")
    words = of(document, bare)["text"]
    for until, wanted in (("2099-12-31", "kept"), ("2020-01-01", "open")):
        with open(os.path.join(workdir, "thethuc.yaml"), "w") as file:
            json.dump({"silence": [{"rule": bare, "words": words, "reason": "mẫu cũ", "until": until}]}, file, ensure_ascii=False)
        document, told = check()
        if of(document, bare)["decision"]["kind"] != wanted or ("silence 1" in told) != (wanted == "open"):
            faults.append(f"until {until}: {of(document, bare)['decision']}, {told}")
    os.remove(os.path.join(workdir, "thethuc.yaml"))
    for fault in faults:
        print(fault)
    print(f"{kept} kept, {bare} without a reason; {len(faults)} faults")
    sys.exit(1 if faults else 0)


main()
