#!/usr/bin/env python3
"""Holds annotated Word files against their originals. Shares no code with the program: zipfile and lxml.

usage: verify.py PROGRAM WORKDIR FILE...

For each file that the program reads: annotate, annotate the copy again, clean. Then: parts that need not
change are byte-identical; the text of the main part is the same; the text between the marks of a comment is
the words of its finding; no comment markup in headers, footers, notes and text boxes; start, end, reference
and comment one to one; ids unique; content type and relationship there. Prints a line a fault and a sum;
status 1 where there is a fault.
"""
import json, os, re, subprocess, sys, unicodedata, zipfile
from lxml import etree

WORD = ("http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main")
PARSER = etree.XMLParser(huge_tree=True, resolve_entities=False)
OUTSIDE = {"hdr", "ftr", "footnotes", "endnotes", "txbxContent"}


def name(node):
    if not isinstance(node.tag, str):
        return ""
    tag = etree.QName(node)
    return tag.localname if tag.namespace in WORD else ""


def attribute(node, wanted):
    for key, value in node.attrib.items():
        if etree.QName(key).localname == wanted:
            return value
    return None


def parts(path):
    with zipfile.ZipFile(path) as package:
        return {entry.filename: package.read(entry) for entry in package.infolist()}


def main_part(files):
    rels = etree.fromstring(files["_rels/.rels"], PARSER)
    for relation in rels:
        if relation.get("Type", "").endswith("/officeDocument"):
            target = relation.get("Target").lstrip("/")
            for known in files:
                if known.lower().lstrip("/") == target.lower():
                    return known
    return None


def text_of(root):
    """Every letter of the main part, in order."""
    return "".join(node.text or "" for node in root.iter() if name(node) in ("t", "delText", "instrText"))


def squeezed(text):
    """Words without what normalization may change: composition, blanks, characters without width."""
    text = unicodedata.normalize("NFC", text)
    return "".join(ch for ch in text if not ch.isspace() and unicodedata.category(ch) not in ("Cf", "Cc"))


def ranges(root):
    """Words between start and end of each comment: what a reader sees, without deleted text."""
    open_ids, words = set(), {}
    for event, node in etree.iterwalk(root, events=("start", "end")):
        kind = name(node)
        if event == "end":
            continue
        if kind == "commentRangeStart":
            open_ids.add(attribute(node, "id"))
            words.setdefault(attribute(node, "id"), "")
        elif kind == "commentRangeEnd":
            open_ids.discard(attribute(node, "id"))
        elif kind in ("t", "noBreakHyphen", "softHyphen") and open_ids:
            if any(name(up) in ("del", "moveFrom", "txbxContent") for up in node.iterancestors()):
                continue
            if any(isinstance(up.tag, str) and etree.QName(up).localname == "Fallback" for up in node.iterancestors()):
                continue
            for known in open_ids:
                words[known] += "-" if kind == "noBreakHyphen" else (node.text or "")
    return words


def comments_part(files):
    for known in files:
        if re.search(r"comments\d*\.xml$", known) and b"comment" in files[known] and "Extended" not in known:
            root = etree.fromstring(files[known], PARSER)
            if name(root) == "comments":
                return known, root
    return None, None


def hold(fault, program, path, workdir):
    copy, again, clean = (os.path.join(workdir, f"{kind}.docx") for kind in ("copy", "again", "clean"))
    for made in (copy, again, clean):
        if os.path.exists(made):
            os.remove(made)
    def run(*arguments):
        return subprocess.run([program, *arguments, "--lang", "vi"], capture_output=True, text=True, timeout=300)
    report = run("check", path, "--format", "json")
    if not report.stdout:
        return None
    document = json.loads(report.stdout)["documents"][0]
    if document["status"] != "checked":
        return None
    made = run("annotate", path, "-o", copy, "--anyway", "--notes")
    if made.returncode != 0:
        return "refused: " + made.stderr.strip()[:160]
    second = run("annotate", copy, "-o", again, "--anyway", "--notes")
    cleaned = run("annotate", "--clean", again, "-o", clean, "--anyway")
    if second.returncode or cleaned.returncode:
        fault(f"second round: {second.stderr.strip()} {cleaned.stderr.strip()}")
        return None
    before, after, twice, swept = parts(path), parts(copy), parts(again), parts(clean)
    main = main_part(before)
    with zipfile.ZipFile(path) as one, zipfile.ZipFile(copy) as other:
        order = [entry.filename for entry in other.infolist()]
        if order[: len(one.namelist())] != one.namelist():
            fault("entries lost their order")
        for entry in one.infolist():
            try:
                same = after[entry.filename] == before[entry.filename]
            except KeyError:
                fault(f"{entry.filename} is gone")
                continue
            may_change = entry.filename in (main, "[Content_Types].xml") or entry.filename.endswith(".rels") \
                or re.search(r"customXml/item\d+\.xml$|comments[A-Za-z]*\d*\.xml$", entry.filename)
            if not same and not may_change:
                fault(f"{entry.filename} changed")
    roots = [etree.fromstring(files[main], PARSER) for files in (before, after, twice, swept)]
    texts = [text_of(root) for root in roots]
    for kind, text in zip(("copy", "again", "clean"), texts[1:]):
        if text != texts[0]:
            fault(f"{kind}: the text changed")
    if open(clean, 'rb').read() != open(path, 'rb').read():
        fault('clean: not the bytes of the original')
    _, ours = comments_part(swept)
    left = [] if ours is None else [node for node in ours.iter() if name(node) == "comment" and re.search(r"\[[a-z-]+/[a-z0-9-]+ [0-9a-f]{16}-", "".join(node.itertext()))]
    if left:
        fault(f"clean: {len(left)} comments of ours left")
    for kind, files, root in (("copy", after, roots[1]), ("again", twice, roots[2])):
        check_comments(lambda words: fault(f"{kind}: {words}"), files, root, document, before)
    return len(document["findings"])


def check_comments(fault, files, root, document, before):
    part, comments = comments_part(files)
    if comments is None:
        fault("no part of comments")
        return
    if f'/{part}'.lower() not in files["[Content_Types].xml"].decode("utf-8", "replace").lower():
        fault("no content type of comments")
    ids = [attribute(node, "id") for node in comments if name(node) == "comment"]
    if len(ids) != len(set(ids)):
        fault("ids of comments are not unique")
    if any(node.getparent() is not None and any(name(up) in OUTSIDE for up in node.iterancestors())
           for node in root.iter() if name(node) in ("commentRangeStart", "commentRangeEnd", "commentReference")):
        fault("comment markup in a text box")
    for known, data in files.items():
        if known in before and data != before[known] and re.search(r"(header|footer|footnotes|endnotes)\d*\.xml$", known):
            fault(f"{known} changed")
    words = ranges(root)
    counts = {kind: [attribute(node, "id") for node in root.iter() if name(node) == kind]
              for kind in ("commentRangeStart", "commentRangeEnd", "commentReference")}
    for node in comments:
        if name(node) != "comment":
            continue
        lines = ["".join(t.text or "" for t in p.iter() if name(t) == "t") for p in node.iter() if name(p) == "p"]
        if not lines or not re.fullmatch(r"\[\S+ [0-9a-f]{16}-[0-9a-f]{8}\]", lines[-1]):
            continue
        own = attribute(node, "id")
        for kind, found in counts.items():
            if found.count(own) != 1:
                fault(f"comment {own}: {found.count(own)} {kind}")
        number = re.match(r"(?:Như nhận xét )?(\d+)\.", lines[0])
        if not number:
            continue
        finding = document["findings"][int(number.group(1)) - 1]
        expected = {squeezed(place_words(place, finding)) for place in finding["places"]} | {""}
        stands_on = squeezed(words.get(own, ""))
        # Words over several paragraphs that are read in another order than they are written have no range;
        # there it is those of the first paragraph.
        scattered = any("\n" in place_words(place, finding) and stands_on and squeezed(place_words(place, finding)).startswith(stands_on)
                        for place in finding["places"])
        if stands_on not in expected and not scattered:
            fault(f"comment {own} ({finding['rule']}) stands on “{words.get(own)[:60]}”, not on {sorted(expected)[-1][:60]!r}")


def place_words(place, finding):
    return place.get("words", finding["text"])


def main():
    program, workdir, files = os.path.abspath(sys.argv[1]), sys.argv[2], sys.argv[3:]
    faults, done, refused = 0, 0, []
    for path in files:
        told = []
        result = hold(told.append, program, path, workdir)
        for words in told:
            print(f"{path}: {words}")
        faults += len(told)
        if isinstance(result, str):
            refused.append((path, result))
        elif result is not None:
            done += 1
    for path, why in refused:
        print(f"{path}: {why}")
    print(f"{len(files)} files: {done} annotated, again and cleaned; {len(refused)} refused; {faults} faults")
    sys.exit(1 if faults else 0)


main()
