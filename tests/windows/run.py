"""The programs for Windows and their installer, tried under Wine as people use them.

    python3 tests/windows/run.py PROGRAM DIST

PROGRAM is the program of this system, whose results the other must equal; DIST the folder that `cargo xtask dist`
filled. What Wine cannot show stands in docs/windows-checklist.md. What could not be tried here is said in lines that
begin with "skipped: ".
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "samples/quyet-dinh-ca-biet-chu-tich-xa-sai.docx"
SHELL = "Kiểm tra thể thức.exe"
REPORT = " - báo cáo thể thức.html"
COPY = " - nhận xét thể thức.docx"
CLEAN = " - bản sạch để trình ký.docx"
LINK = "Kiểm tra thể thức.lnk"
CLEAN_LINK = "Lấy bản sạch để trình ký.lnk"
VERB = r"Software\\Classes\\{}\\shell\\{}\\command"
# What Wine itself writes at any time.
PASSING = re.compile(r"^(windows/(temp|Temp|Installer|inf)|users/[^/]+/(Temp|AppData/Local/Temp))|\.log$|opened\.txt$")


# Keys that every Windows has, and a fresh Wine makes with the first program.
WINDOWS_OWN = {
    r"Software\\Classes",
    r"Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall",
    # The box in which files are chosen remembers how it was set.
    r"Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\Advanced",
}


class Machine:
    """A fresh machine under Wine, with a stand-in for Explorer."""

    def __init__(self, folder):
        self.prefix = folder / "prefix"
        self.c = self.prefix / "drive_c"
        # Debian keeps it apart.
        self.server = shutil.which("wineserver") or "/usr/lib/wine/wineserver"
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "THETHUC"))},
            "WINEPREFIX": str(self.prefix),
            # Wine makes the user's folders links to those of the home.
            "HOME": str(folder),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            # No .NET and no browser of Wine, which would ask to be downloaded.
            "WINEDLLOVERRIDES": "mscoree,mshtml=;winemenubuilder.exe=d;explorer.exe=n,b",
            # Wine asks the system in which letters names of files are written.
            "LC_ALL": "C.UTF-8",
        }
        self.run("wineboot", "--init")
        self.wait()
        for source, target, options in (
            ("bcryptprimitives.c", "windows/system32/bcryptprimitives.dll", ["-shared"]),
            ("explorer.c", "windows/explorer.exe", ["-municode", "-mwindows"]),
        ):
            built = folder / Path(target).name
            compiler = ["x86_64-w64-mingw32-gcc", *options, ROOT / "tests/windows" / source, "-o", built, "-ladvapi32"]
            subprocess.run(compiler, check=True)
            place = self.c / target
            place.unlink(missing_ok=True)
            shutil.copy(built, place)
        (self.user,) = [own for own in (self.c / "users").iterdir() if own.name != "Public"]

    def start(self, *words, cwd=None, pipe=False):
        out = subprocess.PIPE if pipe else subprocess.DEVNULL
        words = ["wine", *(str(word) for word in words)]
        return subprocess.Popen(words, env=self.environment, cwd=cwd, stdin=subprocess.DEVNULL, stdout=out, stderr=out)

    def run(self, *words, cwd=None):
        child = self.start(*words, cwd=cwd, pipe=True)
        out, err = child.communicate(timeout=300)
        return child.returncode, out, err.decode(errors="replace")

    def wait(self):
        subprocess.run([self.server, "-w"], env=self.environment, check=True, timeout=300)

    def path(self, own):
        """A path of this system as that machine names it."""
        return "C:\\" + str(own.relative_to(self.c)).replace("/", "\\")

    def opened(self):
        """What Explorer was asked to show since the last time."""
        self.wait()
        notes = self.c / "opened.txt"
        lines = notes.read_text(encoding="utf-8").splitlines() if notes.exists() else []
        notes.unlink(missing_ok=True)
        return lines

    def registry(self):
        """All keys with their values, by hive; without the moments at which they were written."""
        self.wait()
        found = {}
        for hive in ("user.reg", "system.reg"):
            key = ""
            for line in (self.prefix / hive).read_text(encoding="utf-8", errors="replace").splitlines():
                if line.startswith("["):
                    key = line[1 : line.rindex("]")]
                    found[hive, key] = []
                elif line and not line.startswith(("#", ";", "WINE REGISTRY")):
                    found.setdefault((hive, key), []).append(line)
        return found

    def command(self, kind, verb, file):
        """The words of an entry of the right button, for a file."""
        values = self.registry()["user.reg", VERB.format(kind, verb)]
        (value,) = [line[3:-1] for line in values if line.startswith('@="')]
        text = re.sub(r"\\x([0-9a-f]{1,4})", lambda found: chr(int(found[1], 16)), value)
        text = text.replace('\\"', '"').replace("\\\\", "\\")
        words = re.findall(r'"([^"]*)"|(\S+)', text)
        return [(quoted or plain).replace("%1", self.path(file)) for quoted, plain in words]

    def files(self):
        everything = (own for own in self.c.rglob("*") if not own.is_symlink())
        names = (str(own.relative_to(self.c)) for own in everything)
        return {name for name in names if not PASSING.search(name)}


def hold(is_so, what):
    if not is_so:
        sys.exit(f"not so: {what}")
    print(f"  {what}", flush=True)


def drafts(folder, *names):
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        shutil.copy(SAMPLE, folder / name)
    return [folder / name for name in names]


def listing(folder):
    return sorted(own.name for own in folder.iterdir())


def same_results(machine, program, own):
    """The same bytes of JSON, whatever the machine."""
    corpus = ROOT / "../shared/corpus/cases"
    places = ["samples"] + (["../shared/corpus/cases"] if corpus.exists() else [])
    if not corpus.exists():
        print("skipped: cases, which are not here")
    for place in places:
        words = ["check", place, "--format", "json", "--lang", "vi"]
        here = subprocess.run([own, *words], cwd=ROOT, capture_output=True, check=False)
        status, there, err = machine.run(program, *words, cwd=ROOT)
        hold(here.stdout and there == here.stdout and status == here.returncode, f"{place}: the same JSON, to the byte {err}")


def speaks(machine, program):
    _, out, _ = machine.run(program, "--help")
    hold("Cách dùng:" in out.decode(), "Vietnamese on a machine that speaks English")
    work = machine.c / "lời"
    drafts(work, "dự thảo.docx")
    status, out, _ = machine.run(program, "dự thảo.docx", cwd=work)
    hold(status == 1 and "Quốc hiệu" in out.decode(), "a bare path is checked")
    status, _, err = machine.run(program, "open", "--no-open", "~$thảo.docx", cwd=work)
    hold(status in (2, 3), f"a lock of Word ends without a crash {err.strip()}")


def installed(machine, setup):
    status, _, err = machine.run(setup, "/S")
    machine.wait()
    hold(status == 0, f"installed without a question {err}")
    home = machine.user / "AppData/Local/Programs/thethuc"
    hold((home / SHELL).is_file() and (home / "uninstall.exe").is_file(), "the programs are there")
    return home


def drop(machine, shell):
    work = machine.c / "kho/Dự thảo, 2026 (bản 1)"
    one, two = drafts(work, "Quyết định.docx", "tờ trình & phụ lục, 2.docx")
    before = [own.read_bytes() for own in (one, two)]
    status, _, err = machine.run(shell, machine.path(one))
    hold(status == 1 and not err, f"a dropped file is checked {status} {err}")
    hold(machine.opened() == [f'"{machine.path(one.with_name(one.stem + REPORT))}"'], "its report is opened")
    hold(one.with_name(one.stem + COPY).is_file(), "its copy stands beside it")
    machine.run(shell, machine.path(one), machine.path(two))
    hold(len(machine.opened()) == 1, "two dropped files: one report")
    hold((work / f"{one.stem} và 1 tệp khác{REPORT}").is_file(), "it is named after them")
    machine.run(shell, machine.path(work))
    hold(len(machine.opened()) == 1 and (work / (work.name + REPORT)).is_file(), "a dropped folder: its report in it")
    hold([own.read_bytes() for own in (one, two)] == before, "the originals are untouched")
    hold(not [name for name in listing(work) if name.endswith(".tmp")], "nothing is left beside them")


def menu(machine):
    work = machine.c / "kho/chuột phải"
    files = drafts(work, *(f"Văn bản {number}.docx" for number in range(6)))
    # What is asked of the registry waits until nothing runs any more: first all that, then the processes.
    asked = [machine.command("SystemFileAssociations\\\\.docx", "thethuc", own) for own in files]
    started = [machine.start(*words) for words in asked]
    for child in started:
        child.wait(timeout=300)
    opened = len(machine.opened())
    reports = [name for name in listing(work) if name.endswith(".html")]
    pages = [(work / name).read_text(encoding="utf-8") for name in reports]
    told = f"six files chosen with the right button: reports: {opened} {reports}"
    hold(opened == len(pages) == 1, told)
    names = [f"Văn bản {number}.docx" for number in range(6)]
    hold(all(any(name in page for page in pages) for name in names), "all of them are in it")
    machine.run(*machine.command("Directory", "thethuc", work))
    hold((work / (work.name + REPORT)).is_file() and machine.opened(), "the right button on a folder")
    copy = work / ("Văn bản 0" + COPY)
    machine.run(*machine.command("SystemFileAssociations\\\\.docx", "thethuc.clean", copy))
    clean = work / ("Văn bản 0" + CLEAN)
    hold(clean.read_bytes() == SAMPLE.read_bytes(), "the copy for signing is the draft")
    hold(machine.opened() == [f'/select,"{machine.path(clean)}"'], "its folder is opened, with it chosen")


def send_to(machine):
    work = machine.c / "kho/gửi tới"
    (one,) = drafts(work, "Công văn.docx")
    (folder,) = machine.user.rglob("SendTo")
    hold(listing(folder) == sorted([LINK, CLEAN_LINK]), "two links in “Gửi tới”")
    # Wine's own `start` gives a link no file, so what the link leads to is given it, as Explorer does.
    home = machine.user / "AppData/Local/Programs/thethuc"
    target = machine.path(home / SHELL)
    hold(SHELL.encode("utf-16-le") in (folder / LINK).read_bytes(), "they lead to the program")
    machine.run(target, machine.path(one))
    hold(len(machine.opened()) == 1 and one.with_name(one.stem + COPY).is_file(), "“Gửi tới” checks")


def elsewhere(machine, shell):
    passing = machine.user / "AppData/Local/Temp/Temp1_thư.zip"
    (one,) = drafts(passing, "Thông báo.docx")
    machine.run(shell, machine.path(one))
    hold(listing(passing) == [one.name], "nothing is left where a mail or an archive was opened")
    (report,) = machine.opened()
    hold("\\Kiểm tra thể thức\\" in report, f"its report lies among the documents: {report}")
    deep = machine.c / "kho" / Path(*["một thư mục có tên rất dài để thử"] * 8)
    (long,) = drafts(deep, "Kế hoạch.docx")
    status, _, err = machine.run(shell, machine.path(long))
    (report,) = machine.opened()
    hold(status == 1 and len(report) < 260 and listing(deep) == [long.name], f"a path of {len(machine.path(long))} letters {err}")
    archive = machine.c / "kho/hồ sơ.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.write(SAMPLE, "dự thảo.docx")
    machine.run(shell, machine.path(archive))
    (report,) = machine.opened()
    hold("hồ sơ" + REPORT in report and "\\Kiểm tra thể thức\\" in report, "a dossier")


def choosing(machine, shell):
    """A double click: the box for files comes, a file is typed in, its report is opened. Keys of a screen without
    a keyboard know no Vietnamese letters."""
    if not shutil.which("xdotool") or not shutil.which("Xvfb"):
        print("skipped: the box for files, without Xvfb and xdotool")
        return
    work = machine.c / "kho/hop"
    (one,) = drafts(work, "bao-cao.docx")
    display = f":{90 + os.getpid() % 100}"
    screen = subprocess.Popen(["Xvfb", display, "-screen", "0", "1024x768x24"], stderr=subprocess.DEVNULL)
    machine.environment["DISPLAY"] = display
    environment = machine.environment
    try:
        time.sleep(2)
        child = machine.start(shell)
        seek = ["xdotool", "search", "--sync", "--onlyvisible", "--name", "Chọn dự thảo"]
        window = subprocess.run(seek, env=environment, capture_output=True, text=True, timeout=120, check=True).stdout.split()[-1]
        print(f"  the box for files is window {window}")
        time.sleep(2)
        typed = machine.path(one)
        subprocess.run(["xdotool", "type", "--delay", "40", typed], env=environment, check=True)
        subprocess.run(["xdotool", "key", "Return"], env=environment, check=True)
        child.wait(timeout=120)
        hold(one.with_name(one.stem + REPORT).is_file(), "a file that is chosen after a double click is checked")
        hold(len(machine.opened()) == 1, "its report is opened, too")
        # Nothing to check: a box says so, and stays until somebody answers.
        empty = machine.c / "kho/trống"
        empty.mkdir()
        child = machine.start(shell, machine.path(empty))
        seek[-1] = "Kiểm tra thể thức"
        subprocess.run(seek, env=environment, capture_output=True, timeout=120, check=True)
        time.sleep(1)
        hold(child.poll() is None, "what failed is told in a box")
        subprocess.run(["xdotool", "key", "Return"], env=environment, check=True)
        hold(child.wait(timeout=60) == 2, "it goes when it was read")
    finally:
        machine.wait()
        screen.terminate()
        screen.wait()
        del environment["DISPLAY"]


def bound(machine, setup):
    """Settings of a department go with the installer and bind whoever uses the program."""
    settings = machine.c / "chung"
    settings.mkdir()
    (settings / "thethuc.yaml").write_text("trust: own\ncopies: none\n", encoding="utf-8")
    place = "C:\\Program Files\\thethuc"
    status, _, err = machine.run(setup, "/S", "/AllUsers", "/NoDesktop", "/Settings=C:\\chung")
    machine.wait()
    home = machine.c / "Program Files/thethuc"
    hold(status == 0 and (home / "thethuc.yaml").is_file(), f"for all users, with settings {status} {err}")
    (one,) = drafts(machine.c / "kho/ràng buộc", "a.docx")
    machine.run(machine.path(home / SHELL), machine.path(one))
    hold(not one.with_name(one.stem + COPY).exists() and len(machine.opened()) == 1, "the settings hold")
    machine.run(machine.path(home / "uninstall.exe"), "/S")
    machine.wait()
    hold(not home.exists(), f"{place} is gone")
    keys = [key for hive, key in machine.registry() if hive == "system.reg" and "thethuc" in key.lower()]
    hold(not keys and not list(machine.c.glob("ProgramData/**/*.lnk")), f"and what it wrote for all users {keys}")
    shutil.rmtree(settings)


def refuses(machine, setup):
    # The installer takes the folder as it stands, without quotation marks, which Wine would add to blanks.
    other = machine.c / "của-người-khác"
    other.mkdir()
    (other / "a.txt").write_text("a")
    status, _, _ = machine.run(setup, "/S", "/D=C:\\của-người-khác")
    machine.wait()
    hold(status == 2 and listing(other) == ["a.txt"], "a folder that holds something else is left alone")
    shutil.rmtree(other)
    home = machine.user / "AppData/Local/Programs/thethuc"
    status, _, _ = machine.run(setup, "/S", "/AllUser", "/Settings=C:\\thư mục /x")
    machine.wait()
    hold(status == 2 and not home.exists(), "a mistyped parameter installs nothing")


def gone(machine, home, files, registry):
    machine.run(machine.path(home / "uninstall.exe"), "/S")
    for _ in range(50):
        if not home.exists():
            break
        time.sleep(0.2)
    now = machine.registry()
    changed = {key for key in now if now[key] != registry.get(key)}
    ours = sorted(f"{hive} {key}" for hive, key in changed if "thethuc" in (key + "".join(now[hive, key])).lower())
    hold(not ours, f"nothing of ours is left in the registry {ours}")
    added = sorted(f"{hive} {key}" for hive, key in now.keys() - registry.keys() if key not in WINDOWS_OWN)
    hold(not added, f"no key is left {added}")
    left = sorted(machine.files() - files)
    hold(not left, f"no file is left {left}")


def main():
    own, dist = (Path(word).resolve() for word in sys.argv[1:3])
    (setup,) = dist.glob("*-setup.exe")
    with tempfile.TemporaryDirectory() as folder:
        machine = Machine(Path(folder).resolve())
        same_results(machine, dist / "noi-dung/thethuc.exe", own)
        speaks(machine, dist / "noi-dung/thethuc.exe")
        shutil.rmtree(machine.c / "lời")
        refuses(machine, setup)
        machine.opened()
        files, registry = machine.files(), machine.registry()
        home = installed(machine, setup)
        for trial in (drop, elsewhere, choosing):
            trial(machine, machine.path(home / SHELL))
        menu(machine)
        send_to(machine)
        bound(machine, setup)
        # What people made stays; here it is taken away, to see what else is left.
        shutil.rmtree(machine.c / "kho")
        for kept in machine.user.rglob("Kiểm tra thể thức"):
            if kept.parent.name == "Documents":
                shutil.rmtree(kept)
        gone(machine, home, files, registry)


if __name__ == "__main__":
    main()
