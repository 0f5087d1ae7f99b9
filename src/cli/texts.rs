//! What the command line says of its commands and arguments, in both languages: the one source of
//! the help pages and of the hints in usage errors.
//!
//! One list for both keeps a hint from saying something else than the help. The order of the list
//! is that of the help, which stands in no other place; a test asks that nothing that clap knows is
//! without its text.

mod office;
mod shared;

/// A text in Vietnamese and in English.
pub type Both = [&'static str; 2];

/// A command; the program itself has an empty name.
pub struct CommandText {
    /// The way to it from the program: `rules list`.
    pub name: &'static str,
    /// What it does, in a sentence without a full stop.
    pub about: Both,
    /// How it is called.
    pub usage: Both,
    /// What stands below the options: examples and exit statuses; empty where there is nothing to
    /// add.
    pub after: Both,
}

/// An argument; `command` is empty for those of every command.
pub struct ArgumentText {
    /// The way to the command that has it; empty for arguments of every command.
    pub command: &'static str,
    /// The id that clap knows it by: the name of its field.
    pub id: &'static str,
    /// What stands for its value in the help; empty for a switch.
    pub value: Both,
    /// What it does, with its possible values and its default.
    pub help: Both,
}

impl ArgumentText {
    /// The same for another command.
    const fn of(self, command: &'static str) -> Self {
        Self { command, ..self }
    }
}

/// The texts of most commands.
const COMMANDS: &[CommandText] = &[
    CommandText {
        name: "",
        about: [
            "Kiểm tra dự thảo văn bản của Hội đồng nhân dân, Ủy ban nhân dân: thể thức, kỹ thuật trình bày, \
             căn cứ pháp lý và thẩm quyền ban hành, theo pháp luật có hiệu lực vào ngày của dự thảo.",
            "Checks drafts of Vietnamese People's Councils and People's Committees: format, required \
             sections, legal references and issuing authority, by the law in force on the draft's date.",
        ],
        usage: ["thethuc [TÙY CHỌN] <LỆNH>", "thethuc [OPTIONS] <COMMAND>"],
        after: [
            "Ví dụ:\n  thethuc check du-thao.docx\n  thethuc check thu-muc --summary\n  \
             thethuc check samples          các dự thảo mẫu; tệp tên có “-sai” cố ý chứa lỗi",
            "Examples:\n  thethuc check draft.docx\n  thethuc check folder --summary\n  \
             thethuc check samples          sample drafts; those named “-sai” hold faults on purpose",
        ],
    },
    CommandText {
        name: "check",
        about: [
            "Kiểm tra tệp hoặc thư mục: chỉ ra sai ở đâu, vì sao, theo điều khoản nào và sửa thế nào",
            "Check files or folders: what is wrong, where, by which clause, and how to put it right",
        ],
        usage: ["thethuc check [TÙY CHỌN] <ĐƯỜNG DẪN>...", "thethuc check [OPTIONS] <PATH>..."],
        after: [
            "Mã thoát: 0 không có phát hiện từ mức --fail-on trở lên; 1 có phát hiện; 2 sai cú pháp, cấu hình \
             hoặc quy tắc; 3 có tệp không đọc được hoặc chưa kiểm tra được, hoặc không có dự thảo nào (các tệp \
             khác vẫn được kiểm tra).",
            "Exit status: 0 nothing at or above --fail-on; 1 findings; 2 wrong use, configuration or rules; 3 \
             some input could not be read or judged, or there was no draft (the others were still checked).",
        ],
    },
    CommandText {
        name: "annotate",
        about: [
            "Ghi bản sao của dự thảo có nhận xét ngay trên chữ (Word, Markdown); tệp gốc giữ nguyên",
            "Write a copy of a draft with comments on its words (Word, Markdown); the original is kept",
        ],
        usage: ["thethuc annotate [TÙY CHỌN] <ĐƯỜNG DẪN>...", "thethuc annotate [OPTIONS] <PATH>..."],
        after: [
            "Bản có nhận xét mang tên “… - nhận xét thể thức”; chạy lại trên bản đó thì nhận xét được làm mới, \
             ý kiến của người khác được giữ. --clean lấy bản sạch để trình ký.\n\
             Ví dụ:\n  thethuc annotate du-thao.docx\n  thethuc annotate thu-muc --out-dir ket-qua\n  \
             thethuc annotate --clean \"du-thao - nhận xét thể thức.docx\"",
            "The copy is named “… - nhận xét thể thức”; run on such a copy, comments are renewed and what \
             people said stays. --clean gives the copy for signing.\n\
             Examples:\n  thethuc annotate draft.docx\n  thethuc annotate folder --out-dir result\n  \
             thethuc annotate --clean \"draft - nhận xét thể thức.docx\"",
        ],
    },
    CommandText {
        name: "open",
        about: [
            "Kiểm tra, ghi báo cáo và bản có nhận xét cạnh dự thảo, rồi mở báo cáo để xem",
            "Check, write the report and copies with comments beside the drafts, and open the report",
        ],
        usage: ["thethuc open [TÙY CHỌN] <ĐƯỜNG DẪN>...", "thethuc open [OPTIONS] <PATH>..."],
        after: [
            "Dự thảo mở từ thư, tệp nén, hoặc nằm ở nơi không ghi được: kết quả vào Documents/Kiểm tra thể \
             thức/<ngày>. Tệp gốc giữ nguyên. “copies” trong thethuc.yaml (none, named, all) cho biết dự thảo nào \
             có bản nhận xét; không ghi thì là những tệp được chọn, không phải tệp trong thư mục.\n\
             Ví dụ:\n  thethuc open du-thao.docx\n  thethuc open --clean \"du-thao - nhận xét thể thức.docx\"",
            "Drafts opened from a mail or an archive, or from where nothing can be written: the results go to \
             Documents/Kiểm tra thể thức/<day>. Originals are kept. “copies” in thethuc.yaml (none, named, all) \
             says which drafts have a copy; by default those that are named, not those of folders.\n\
             Examples:\n  thethuc open draft.docx\n  thethuc open --clean \"draft - nhận xét thể thức.docx\"",
        ],
    },
    CommandText {
        name: "show",
        about: [
            "Hiện cấu trúc nhận ra được trong một dự thảo",
            "Show the structure that is recognized in a draft",
        ],
        usage: ["thethuc show [TÙY CHỌN] <TỆP>", "thethuc show [OPTIONS] <FILE>"],
        after: ["", ""],
    },
    CommandText {
        name: "new",
        about: [
            "Lập dự thảo mới đủ thành phần, đúng thể thức, để trống những chỗ cần điền trong ngoặc vuông",
            "Begin a new draft: all components, the prescribed look, and places to fill in in square brackets",
        ],
        usage: [
            "thethuc new <LOẠI> --organ <CƠ QUAN> -o <TỆP> [TÙY CHỌN]\n       thethuc new --list [--class <NHÓM>] [--format <DẠNG>]",
            "thethuc new <FORM> --organ <ORGAN> -o <FILE> [OPTIONS]\n       thethuc new --list [--class <CLASS>] [--format <FORMAT>]",
        ],
        after: [
            "Ví dụ:\n  thethuc new \"Quyết định\" --organ \"Ủy ban nhân dân xã Hòa An\" --class normative -o \
             du-thao.docx\n  thethuc new \"Quyết định\" --organ \"Chủ tịch Ủy ban nhân dân xã Hòa An\" --attach \
             \"Quy chế\" -o du-thao.docx\n  thethuc new \"Công văn\" --organ \"Ủy ban nhân dân phường Đông Vân\" \
             --title \"rà soát biển báo\" -o cong-van.docx",
            "Examples:\n  thethuc new \"Quyết định\" --organ \"Ủy ban nhân dân xã Hòa An\" --class normative -o \
             draft.docx\n  thethuc new \"Quyết định\" --organ \"Chủ tịch Ủy ban nhân dân xã Hòa An\" --attach \
             \"Quy chế\" -o draft.docx\n  thethuc new \"Công văn\" --organ \"Ủy ban nhân dân phường Đông Vân\" \
             --title \"rà soát biển báo\" -o letter.docx",
        ],
    },
    CommandText {
        name: "explain",
        about: [
            "Giải thích một quy tắc: yêu cầu, căn cứ, ví dụ đúng và sai, cách sửa, cách bỏ qua",
            "Explain a rule: what it demands, its law, a right and a wrong example, what to do",
        ],
        usage: ["thethuc explain [TÙY CHỌN] <QUY TẮC>", "thethuc explain [OPTIONS] <RULE>"],
        after: [
            "Ví dụ:\n  thethuc explain format/national-name",
            "Examples:\n  thethuc explain format/national-name",
        ],
    },
    CommandText {
        name: "rules",
        about: [
            "Xem bộ quy tắc (danh sách, mức bao quát pháp luật, ví dụ, lược đồ tệp); lập, thử, so sánh quy tắc riêng",
            "Look into the rule book: its rules, coverage, tests, schema; begin, try and compare rules of your own",
        ],
        usage: ["thethuc rules [TÙY CHỌN] <LỆNH>", "thethuc rules [OPTIONS] <COMMAND>"],
        after: [
            "Ví dụ:\n  thethuc rules list --group format\n  thethuc rules init quy-tac-rieng\n  thethuc rules test --rules quy-tac-rieng",
            "Examples:\n  thethuc rules list --group format\n  thethuc rules init my-rules\n  thethuc rules test --rules my-rules",
        ],
    },
    CommandText {
        name: "rules list",
        about: [
            "Liệt kê quy tắc: tên, mức độ, yêu cầu, khung pháp luật áp dụng, điều khoản",
            "List the rules: name, severity, demand, regimes, provisions",
        ],
        usage: ["thethuc rules list [TÙY CHỌN]", "thethuc rules list [OPTIONS]"],
        after: ["", ""],
    },
    CommandText {
        name: "rules coverage",
        about: [
            "Cho biết quy định nào đã có quy tắc, quy định nào chưa, quy định nào máy không kiểm tra được",
            "Show which provisions have a rule, which have none, which no program can check",
        ],
        usage: ["thethuc rules coverage [TÙY CHỌN]", "thethuc rules coverage [OPTIONS]"],
        after: [
            "Tỷ lệ: số quy định đã có quy tắc trên số quy định máy kiểm tra được.",
            "The share is that of the covered among the checkable provisions.",
        ],
    },
    CommandText {
        name: "rules test",
        about: [
            "Chạy mọi ví dụ của quy tắc; thử quy tắc trên các bản gốc không có lỗi, quy tắc riêng trên bản gốc riêng",
            "Run all examples of the rules, and hold the rules against the clean base drafts, own ones against own bases",
        ],
        usage: ["thethuc rules test [TÙY CHỌN] [QUY TẮC]...", "thethuc rules test [OPTIONS] [RULE]..."],
        after: [
            "Mã thoát: 0 tất cả đều đúng; 1 có ví dụ hoặc bản gốc sai; 2 sai cú pháp hoặc quy tắc.",
            "Exit status: 0 all as they should be; 1 an example or base failed; 2 wrong use or rules.",
        ],
    },
    CommandText {
        name: "rules schema",
        about: [
            "In JSON Schema của tệp quy tắc, để trình soạn thảo gợi ý và báo lỗi khi viết quy tắc",
            "Print the JSON Schema of rule files, with which editors complete and check them",
        ],
        usage: ["thethuc rules schema", "thethuc rules schema"],
        after: ["", ""],
    },
    CommandText {
        name: "registry",
        about: [
            "Tra danh mục văn bản được viện dẫn và danh mục đơn vị hành chính",
            "Look up cited instruments and administrative units",
        ],
        usage: ["thethuc registry [TÙY CHỌN] <LỆNH>", "thethuc registry [OPTIONS] <COMMAND>"],
        after: [
            "Ví dụ:\n  thethuc registry show 80/2015/QH13\n  thethuc registry show \"tỉnh Hà Giang\"",
            "Examples:\n  thethuc registry show 80/2015/QH13\n  thethuc registry show \"tỉnh Hà Giang\"",
        ],
    },
    CommandText {
        name: "registry show",
        about: [
            "Cho biết điều đã ghi nhận về một văn bản hoặc một đơn vị hành chính",
            "Show what is known of an instrument or an administrative unit",
        ],
        usage: [
            "thethuc registry show [TÙY CHỌN] <SỐ VĂN BẢN | ĐƠN VỊ HÀNH CHÍNH>",
            "thethuc registry show [OPTIONS] <NUMBER | UNIT>",
        ],
        after: [
            "Mã thoát: 0 có trong danh mục; 1 không có. Không có trong danh mục không nói lên điều gì.",
            "Exit status: 0 known; 1 not known. What is not known may well exist.",
        ],
    },
    CommandText {
        name: "registry stats",
        about: [
            "Cho biết danh mục có những gì, độ tin cậy ra sao và dữ liệu đến ngày nào",
            "Show how much the registry holds, how sure it is, and up to which day",
        ],
        usage: ["thethuc registry stats [TÙY CHỌN]", "thethuc registry stats [OPTIONS]"],
        after: ["", ""],
    },
    CommandText {
        name: "registry build",
        about: [
            "Tạo gói dữ liệu từ bảng CSV, để cập nhật danh mục mà không cần bản chương trình mới",
            "Make a pack of CSV sheets, to update the registry without a new program",
        ],
        usage: [
            "thethuc registry build [TÙY CHỌN] <BẢNG CSV>... -o <TỆP>",
            "thethuc registry build [OPTIONS] <CSV>... -o <FILE>",
        ],
        after: [
            "Ví dụ:\n  thethuc registry build van-ban-moi.csv --until 2027-03-31 -o danh-muc.thethuc\n  thethuc check --registry danh-muc.thethuc du-thao.docx",
            "Examples:\n  thethuc registry build new.csv --until 2027-03-31 -o registry.thethuc\n  thethuc check --registry registry.thethuc draft.docx",
        ],
    },
    CommandText {
        name: "pack",
        about: [
            "Đóng quy tắc riêng, dữ liệu mới, thông tin cơ quan thành một gói, hoặc thành trang kiểm tra có sẵn gói đó",
            "Put own rules, newer data and organs into one pack, or into a page with that pack inside",
        ],
        usage: [
            "thethuc pack [--rules THƯ MỤC] [--registry TỆP] [--profile TỆP] [TÙY CHỌN] -o <goi.zip|kiem-tra.html>",
            "thethuc pack [--rules FOLDER] [--registry FILE] [--profile FILE] [OPTIONS] -o <pack.zip|page.html>",
        ],
        after: [
            "Gói chỉ được ghi khi mọi ví dụ của quy tắc riêng đều đúng. Trang .html cần tệp kiem-tra-the-thuc.html để bên \
             cạnh chương trình, trong thư mục đang làm việc, hoặc nêu bằng --page.\n\
             Ví dụ:\n  thethuc pack --rules quy-tac --registry danh-muc.csv --profile thethuc.yaml -o goi.zip\n  \
             thethuc check --pack goi.zip du-thao.docx\n  thethuc pack --rules quy-tac --issuer \"Sở Nội vụ\" -o kiem-tra.html",
            "A pack is written only if all examples of its rules hold. A page (.html) needs kiem-tra-the-thuc.html beside \
             the program, in the working folder, or as --page.\n\
             Examples:\n  thethuc pack --rules rules --registry new.csv --profile thethuc.yaml -o pack.zip\n  \
             thethuc check --pack pack.zip draft.docx\n  thethuc pack --rules rules --issuer \"Home Affairs\" -o page.html",
        ],
    },
    CommandText {
        name: "completions",
        about: [
            "In ra tệp gợi ý cho trình dòng lệnh: gõ vài chữ rồi nhấn Tab để có lệnh, tùy chọn, giá trị",
            "Print the completions of a shell: Tab then gives commands, options and their values",
        ],
        usage: ["thethuc completions <TRÌNH DÒNG LỆNH>", "thethuc completions <SHELL>"],
        after: [
            "Ví dụ:\n  thethuc completions bash > ~/.local/share/bash-completion/completions/thethuc\n  \
             thethuc completions fish > ~/.config/fish/completions/thethuc.fish",
            "Examples:\n  thethuc completions bash > ~/.local/share/bash-completion/completions/thethuc\n  \
             thethuc completions fish > ~/.config/fish/completions/thethuc.fish",
        ],
    },
    CommandText {
        name: "man",
        about: [
            "In ra trang hướng dẫn (man) của chương trình hoặc của một lệnh",
            "Print the manual page of the program or of a command",
        ],
        usage: [
            "thethuc man [LỆNH]...\n       thethuc man --out-dir <THƯ MỤC>",
            "thethuc man [COMMAND]...\n       thethuc man --out-dir <DIR>",
        ],
        after: [
            "Ví dụ:\n  thethuc man check | man -l -\n  thethuc man --out-dir ~/.local/share/man/man1",
            "Examples:\n  thethuc man check | man -l -\n  thethuc man --out-dir ~/.local/share/man/man1",
        ],
    },
];

/// The value of a switch.
const NO_VALUE: Both = ["", ""];

/// The texts of the arguments of most commands, those of every command first.
const ARGUMENTS: &[ArgumentText] = &[
    ArgumentText {
        command: "",
        id: "lang",
        value: ["NGÔN NGỮ", "LANG"],
        help: [
            "Ngôn ngữ: vi hoặc en [mặc định: theo THETHUC_LANG, rồi theo máy]",
            "Language: vi or en [default: THETHUC_LANG, then the system]",
        ],
    },
    ArgumentText {
        command: "",
        id: "color",
        value: ["KHI", "WHEN"],
        help: [
            "Dùng màu: auto, always (luôn) hoặc never (không) [mặc định: auto]",
            "Colors: auto, always or never [default: auto]",
        ],
    },
    ArgumentText {
        command: "", id: "help", value: NO_VALUE, help: ["In hướng dẫn này", "Print this help"]
    },
    ArgumentText {
        command: "", id: "version", value: NO_VALUE, help: ["In phiên bản", "Print the version"]
    },
    ArgumentText {
        command: "check",
        id: "paths",
        value: ["ĐƯỜNG DẪN", "PATH"],
        help: [
            "Tệp .docx, .md, .txt hoặc thư mục; dấu - là dữ liệu từ đầu vào chuẩn",
            "Files (.docx, .md, .txt) or folders; - is standard input",
        ],
    },
    ArgumentText {
        command: "check",
        id: "files_from",
        value: ["TỆP", "FILE"],
        help: [
            "Kiểm tra cả các tệp, thư mục ghi trong tệp này, mỗi dòng một đường dẫn hoặc cách nhau bằng ký tự NUL; \
             bỏ qua tệp không phải dự thảo như khi kiểm tra thư mục; dấu - là đầu vào chuẩn",
            "Check the files and folders listed in this file as well, one a line or separated by NUL; files that \
             are no drafts are passed over as in folders; - is standard input",
        ],
    },
    ArgumentText {
        command: "check",
        id: "format",
        value: ["DẠNG", "FORMAT"],
        help: [
            "Dạng báo cáo: terminal (cho người đọc), html (một trang để xem, in, lọc), json (cho máy), jsonl (cho máy, \
             mỗi dự thảo một dòng), hoặc dạng mà hệ thống kiểm tra tự động đọc: sarif, junit, gitlab, github, \
             checkstyle [mặc định: terminal]",
            "Form of the report: terminal (for people), html (a page to read, print and filter), json (for machines), \
             jsonl (for machines, a line a draft), or what pipelines read: sarif, junit, gitlab, github, checkstyle \
             [default: terminal]",
        ],
    },
    ArgumentText {
        command: "check",
        id: "outputs",
        value: ["[DẠNG=]TỆP", "[FORMAT=]FILE"],
        help: [
            "Ghi báo cáo vào tệp này, dấu - là đầu ra chuẩn; chỉ ghi TỆP thì theo --format hoặc đuôi tệp (.html, \
             .json, .jsonl, .sarif, .txt); ghi nhiều lần được nhiều báo cáo, ví dụ -o bao-cao.html \
             -o junit=ket-qua.xml -o terminal=-",
            "Write the report to this file, - is standard output; FILE alone is in the form of --format or of its \
             ending (.html, .json, .jsonl, .sarif, .txt); several times for several reports, such as -o \
             report.html -o junit=result.xml -o terminal=-",
        ],
    },
    shared::STAGE,
    shared::AS_OF,
    shared::CLASS,
    shared::FAIL_ON,
    ArgumentText {
        command: "check",
        id: "allow_unjudged",
        value: NO_VALUE,
        help: [
            "Không thoát với mã 3 khi có dự thảo chưa kiểm tra được (không có chữ, không rõ nhóm, không có quy \
             định cho ngày đó) hoặc không có dự thảo nào",
            "No exit status 3 for drafts that could not be judged (no words, class unknown, no law for the \
             day) or where there was no draft",
        ],
    },
    ArgumentText {
        command: "check",
        id: "quote_secret",
        value: NO_VALUE,
        help: [
            "Trích cả lời văn của dự thảo có dấu chỉ độ mật (MẬT, TỐI MẬT, TUYỆT MẬT)",
            "Repeat words of drafts that bear a mark of secrecy (MẬT, TỐI MẬT, TUYỆT MẬT) as well",
        ],
    },
    shared::ONLY,
    shared::SKIP,
    shared::RULES,
    shared::REGISTRY,
    shared::PACK,
    shared::JOBS,
    ArgumentText {
        command: "check",
        id: "watch",
        value: ["", ""],
        help: [
            "Kiểm tra lại mỗi khi dự thảo, quy tắc riêng hoặc thethuc.yaml thay đổi, đến khi nhấn Ctrl+C",
            "Check again whenever a draft, an own rule or thethuc.yaml changes, until Ctrl+C",
        ],
    },
    shared::NAME,
    ArgumentText {
        command: "check",
        id: "baseline",
        value: ["TỆP", "FILE"],
        help: [
            "Đối chiếu với tệp mốc này: phát hiện đã có từ trước không làm hỏng lần chạy",
            "Hold the run against this baseline: what was found before fails nothing",
        ],
    },
    ArgumentText {
        command: "check",
        id: "write_baseline",
        value: NO_VALUE,
        help: ["Lập hoặc lập lại tệp mốc từ lần chạy này", "Write the baseline from this run"],
    },
    ArgumentText {
        command: "check",
        id: "changed_since",
        value: ["BẢN", "REV"],
        help: [
            "Chỉ kiểm tra dự thảo đã đổi trong git từ phiên bản này (nhánh, thẻ, mã) và chỉ coi là mới điều do thay đổi đó gây ra",
            "Check only drafts that changed in git since this revision; new is what the change brought",
        ],
    },
    ArgumentText {
        command: "check",
        id: "show",
        value: ["NHỮNG GÌ", "WHICH"],
        help: [
            "Hiện phát hiện nào: known (có từ trước), new (mới) hoặc all (tất cả) [mặc định: new; html, json, jsonl: all]",
            "Which findings are shown: known, new or all [default: new; for html, json and jsonl: all]",
        ],
    },
    ArgumentText {
        command: "check",
        id: "decisions",
        value: ["TỆP", "FILE"],
        help: [
            "Dùng các quyết định lưu từ trang báo cáo; ghi nhiều lần được nhiều tệp",
            "Take the decisions that the page of a report saved; several times for several files",
        ],
    },
    shared::CONFIG,
    shared::NO_CONFIG,
    shared::TRUST,
    ArgumentText {
        command: "check",
        id: "quiet",
        value: NO_VALUE,
        help: [
            "Chỉ in các phát hiện và các tệp không đọc được, chưa kiểm tra được",
            "Print nothing but findings and files that could not be read or judged",
        ],
    },
    ArgumentText {
        command: "check",
        id: "summary",
        value: NO_VALUE,
        help: [
            "Chỉ in bảng tổng hợp: tệp nào có bao nhiêu chỗ, quy tắc nào hay gặp [mặc định khi có trên 10 tệp]",
            "Print only the table: findings by file, the most frequent rules [default for more than 10 files]",
        ],
    },
    ArgumentText {
        command: "check",
        id: "full",
        value: NO_VALUE,
        help: [
            "In mọi chỗ của mọi tệp, kể cả pháp luật áp dụng và phần chưa kiểm tra của từng tệp",
            "Print every finding of every file, and for each file the law applied and what was not checked",
        ],
    },
    ArgumentText {
        command: "annotate",
        id: "paths",
        value: ["ĐƯỜNG DẪN", "PATH"],
        help: ["Tệp hoặc thư mục dự thảo (.docx, .md)", "Files or folders of drafts (.docx, .md)"],
    },
    ArgumentText {
        command: "annotate",
        id: "output",
        value: ["TỆP", "FILE"],
        help: [
            "Tệp để ghi, cho một dự thảo [mặc định: “… - nhận xét thể thức” cạnh dự thảo]",
            "The file to write, for one draft [default: “… - nhận xét thể thức” beside the draft]",
        ],
    },
    ArgumentText {
        command: "annotate",
        id: "out_dir",
        value: ["THƯ MỤC", "FOLDER"],
        help: [
            "Thư mục để ghi các bản sao, giữ nguyên cấu trúc thư mục",
            "The folder for the copies; the structure of folders is kept",
        ],
    },
    ArgumentText {
        command: "annotate",
        id: "clean",
        value: ["", ""],
        help: [
            "Bỏ nhận xét của máy, lấy bản sạch để trình ký; nhận xét của người khác giữ nguyên",
            "Take the program's comments out: the copy for signing; those of other people stay",
        ],
    },
    ArgumentText {
        command: "annotate",
        id: "notes",
        value: ["", ""],
        help: [
            "Ghi cả lưu ý thành nhận xét riêng [mặc định: ghi chung ở nhận xét đầu]",
            "Give notes comments of their own [default: all in the first comment]",
        ],
    },
    ArgumentText {
        command: "annotate",
        id: "author",
        value: ["TÊN", "NAME"],
        help: [
            "Tên người nhận xét mà Word hiện [mặc định: Kiểm tra thể thức]",
            "The name that Word shows as the author [default: Kiểm tra thể thức]",
        ],
    },
    ArgumentText {
        command: "annotate",
        id: "date",
        value: ["NGÀY", "DATE"],
        help: [
            "Ngày của nhận xét, viết NĂM-THÁNG-NGÀY [mặc định: không ghi]",
            "The day of the comments, written YYYY-MM-DD [default: none]",
        ],
    },
    ArgumentText {
        command: "annotate",
        id: "anyway",
        value: ["", ""],
        help: [
            "Lập bản sao cả khi dự thảo đã ký số hoặc bị hạn chế chỉnh sửa; bản sao không còn chữ ký có hiệu lực",
            "Make a copy of signed and protected drafts too; the signature does not hold in the copy",
        ],
    },
    ArgumentText {
        command: "annotate",
        id: "stage",
        value: ["GIAI ĐOẠN", "STAGE"],
        help: [
            "Giai đoạn: draft (soạn thảo), review (thẩm định) hoặc issue (ban hành) [mặc định: theo dự thảo]",
            "Stage: draft, review or issue [default: that which the draft shows]",
        ],
    },
    ArgumentText {
        command: "annotate",
        id: "as_of",
        value: ["NGÀY", "DATE"],
        help: [
            "Áp dụng pháp luật của ngày này, viết NĂM-THÁNG-NGÀY [mặc định: ngày của dự thảo]",
            "Apply the law of this day, written YYYY-MM-DD [default: the date of the draft]",
        ],
    },
    ArgumentText {
        command: "annotate",
        id: "class",
        value: ["NHÓM", "CLASS"],
        help: [
            "Nhóm văn bản: normative (quy phạm pháp luật) hoặc administrative (hành chính) [mặc định: theo dự thảo]",
            "Class: normative or administrative [default: that which the draft shows]",
        ],
    },
    ArgumentText {
        command: "annotate",
        id: "rules",
        value: ["THƯ MỤC", "FOLDER"],
        help: [
            "Thư mục quy tắc riêng, bổ sung cho quy tắc có sẵn",
            "A folder of own rules, added to the embedded ones",
        ],
    },
    shared::PACK.of("annotate"),
    shared::PACK.of("open"),
    shared::CONFIG.of("annotate"),
    shared::NO_CONFIG.of("annotate"),
    shared::TRUST.of("annotate"),
    ArgumentText {
        command: "open",
        id: "paths",
        value: ["ĐƯỜNG DẪN", "PATH"],
        help: ["tệp, thư mục hoặc hồ sơ nén .zip", "files, folders, or dossiers (.zip)"],
    },
    ArgumentText {
        command: "open",
        id: "files_from",
        value: ["TỆP", "FILE"],
        help: [
            "danh sách thêm tệp, thư mục, mỗi dòng một đường dẫn (- là đầu vào chuẩn)",
            "a list of more of them, one path a line (- is standard input)",
        ],
    },
    ArgumentText {
        command: "open",
        id: "clean",
        value: NO_VALUE,
        help: [
            "bỏ nhận xét của máy: ghi bản sạch để trình ký, mở thư mục có bản đó",
            "take our comments out: write the copy for signing, and open its folder",
        ],
    },
    ArgumentText {
        command: "open",
        id: "no_open",
        value: NO_VALUE,
        help: ["ghi kết quả nhưng không mở", "write everything and open nothing"],
    },
    shared::CONFIG.of("open"),
    shared::NO_CONFIG.of("open"),
    shared::TRUST.of("open"),
    ArgumentText {
        command: "show",
        id: "file",
        value: ["TỆP", "FILE"],
        help: [
            "Tệp .docx, .md hoặc .txt; dấu - là dữ liệu từ đầu vào chuẩn",
            "A file (.docx, .md, .txt); - is standard input",
        ],
    },
    shared::FORMAT,
    shared::NAME.of("show"),
    ArgumentText {
        command: "new",
        id: "form",
        value: ["LOẠI", "FORM"],
        help: [
            "Loại văn bản: “Quyết định”, “Công văn” …; cũng nhận chữ viết tắt (QĐ, TTr) và chữ không dấu",
            "The form: “Quyết định”, “Công văn” …; also abbreviations (QĐ, TTr), names without marks and English names",
        ],
    },
    ArgumentText {
        command: "new",
        id: "organ",
        value: ["CƠ QUAN", "ORGAN"],
        help: [
            "Tên cơ quan, người ban hành, ví dụ “Ủy ban nhân dân xã Hòa An”; cũng nhận “UBND P. Đông Vân”, “HĐND TP. Huế”",
            "Name of the issuing organ or person, such as “Ủy ban nhân dân xã Hòa An”; also abbreviated: “UBND P. Đông Vân”, “HĐND TP. Huế”",
        ],
    },
    ArgumentText {
        command: "new",
        id: "output",
        value: ["TỆP", "FILE"],
        help: [
            "Tệp để ghi: .docx (Word) hoặc .md (Markdown)",
            "The file to write: .docx (Word) or .md (Markdown)",
        ],
    },
    ArgumentText {
        command: "new",
        id: "list",
        value: NO_VALUE,
        help: [
            "Liệt kê các loại văn bản lập được, kèm mẫu, nhóm và cơ quan; --class để chỉ xem một nhóm",
            "List the forms that can be drafted, with models, class and organs; --class for those of one class",
        ],
    },
    ArgumentText {
        command: "new",
        id: "format",
        value: ["DẠNG", "FORMAT"],
        help: [
            "Dạng của --list: terminal (cho người đọc) hoặc json (cho máy) [mặc định: terminal]",
            "Form of --list: terminal (for people) or json (for machines) [default: terminal]",
        ],
    },
    ArgumentText {
        command: "new",
        id: "class",
        value: ["NHÓM", "CLASS"],
        help: [
            "Nhóm văn bản: normative (quy phạm pháp luật) hoặc administrative (hành chính) [mặc định: administrative]",
            "Class: normative or administrative [default: administrative]",
        ],
    },
    ArgumentText {
        command: "new",
        id: "date",
        value: ["NGÀY", "DATE"],
        help: [
            "Lập theo pháp luật của ngày này, ví dụ 15/11/2026 hoặc 2026-11-15; dự thảo ghi tháng và năm, để trống ngày [mặc định: hôm nay]",
            "Follow the law of this day, such as 2026-11-15 or, day first, 15/11/2026; the draft shows month and year and leaves the day blank [default: today]",
        ],
    },
    ArgumentText {
        command: "new",
        id: "title",
        value: ["TÊN", "TITLE"],
        help: [
            "Trích yếu hoặc tên gọi của văn bản [mặc định: chỗ trống để điền]",
            "The title [default: a place to fill in]",
        ],
    },
    ArgumentText {
        command: "new",
        id: "attach",
        value: ["LOẠI", "FORM"],
        help: [
            "Loại văn bản ban hành kèm theo nghị quyết, quyết định, ví dụ “Quy chế”",
            "Form of the text that a resolution or decision promulgates, such as “Quy chế”",
        ],
    },
    ArgumentText {
        command: "new",
        id: "place",
        value: ["ĐỊA DANH", "PLACE"],
        help: [
            "Địa danh [mặc định: tên đơn vị hành chính]",
            "The place of issue [default: the name of the unit]",
        ],
    },
    ArgumentText {
        command: "new",
        id: "level",
        value: ["CẤP", "LEVEL"],
        help: [
            "Cấp của cơ quan nếu tên không cho biết: province (tỉnh), district (huyện), commune (xã) hoặc special-zone (đặc khu)",
            "Level of the organ where its name does not tell: province, district, commune or special-zone",
        ],
    },
    ArgumentText {
        command: "new",
        id: "rules",
        value: ["THƯ MỤC", "DIR"],
        help: ["Thêm mẫu và quy tắc từ thư mục này", "Add the models and rules of this folder"],
    },
    ArgumentText {
        command: "new",
        id: "force",
        value: NO_VALUE,
        help: ["Ghi đè tệp đã có", "Write over an existing file"],
    },
    ArgumentText {
        command: "explain",
        id: "rule",
        value: ["QUY TẮC", "RULE"],
        help: ["Tên quy tắc, ví dụ format/national-name", "A rule, such as format/national-name"],
    },
    shared::RULES.of("explain"),
    ArgumentText {
        command: "registry show",
        id: "name",
        value: ["SỐ VĂN BẢN | ĐƠN VỊ HÀNH CHÍNH", "NUMBER | UNIT"],
        help: [
            "Số, ký hiệu (80/2015/QH13) hoặc đơn vị hành chính (\"xã Hòa Bình\", \"Hòa Bình\")",
            "A number (80/2015/QH13) or a unit (\"xã Hòa Bình\", \"Hòa Bình\")",
        ],
    },
    shared::FORMAT.of("registry show"),
    shared::RULES_WITH_REGISTRY,
    shared::REGISTRY.of("registry show"),
    shared::FORMAT.of("registry stats"),
    shared::RULES_WITH_REGISTRY.of("registry stats"),
    shared::REGISTRY.of("registry stats"),
    ArgumentText {
        command: "registry build",
        id: "sheets",
        value: ["BẢNG CSV", "CSV"],
        help: [
            "Bảng văn bản hoặc bảng đơn vị hành chính; các cột nêu trong tài liệu về danh mục",
            "Sheets of instruments or of units; the manual of the registry tells the columns",
        ],
    },
    ArgumentText {
        command: "registry build",
        id: "output",
        value: ["TỆP", "FILE"],
        help: ["Gói dữ liệu sẽ ghi", "The pack to write"],
    },
    ArgumentText {
        command: "registry build",
        id: "until",
        value: ["NGÀY", "DATE"],
        help: [
            "Dữ liệu đến ngày này, ví dụ 31/3/2027 hoặc 2027-03-31 [mặc định: ngày ghi trong bảng]",
            "The day up to which the data reach, such as 2027-03-31 or, day first, 31/3/2027 [default: that of the sheets]",
        ],
    },
    ArgumentText {
        command: "registry build",
        id: "replace",
        value: NO_VALUE,
        help: [
            "Gói thay hẳn danh mục văn bản có sẵn, không chỉ bổ sung",
            "The pack takes the place of the built-in instruments instead of adding to them",
        ],
    },
    shared::FORCE,
    ArgumentText {
        command: "pack",
        id: "rules",
        value: ["THƯ MỤC", "FOLDER"],
        help: ["Thư mục quy tắc riêng", "A folder of own rules"],
    },
    ArgumentText {
        command: "pack",
        id: "registry",
        value: ["TỆP", "FILE"],
        help: [
            "Gói dữ liệu hoặc bảng CSV mới hơn về văn bản, đơn vị hành chính",
            "A pack or CSV sheet of newer data on instruments and units",
        ],
    },
    ArgumentText {
        command: "pack",
        id: "profile",
        value: ["TỆP", "FILE"],
        help: [
            "Tệp thethuc.yaml nêu cơ quan và cách kiểm tra; không nêu đường dẫn",
            "A thethuc.yaml that says who the organs are and how to check; no paths in it",
        ],
    },
    ArgumentText {
        command: "pack",
        id: "name",
        value: ["TÊN", "NAME"],
        help: [
            "Tên gói, hiện trong mọi báo cáo [mặc định: tên tệp]",
            "What the pack is called in every report [default: the name of its file]",
        ],
    },
    ArgumentText {
        command: "pack",
        id: "issuer",
        value: ["ĐƠN VỊ", "WHO"],
        help: [
            "Đơn vị phát hành gói [mặc định: cơ quan đầu tiên trong --profile]",
            "Who gives it out [default: the first organ of --profile]",
        ],
    },
    ArgumentText {
        command: "pack",
        id: "date",
        value: ["NGÀY", "DATE"],
        help: [
            "Ngày của gói, ví dụ 15/11/2026 [mặc định: hôm nay]",
            "Its day, such as 15/11/2026 [default: today]",
        ],
    },
    ArgumentText {
        command: "pack",
        id: "output",
        value: ["TỆP", "FILE"],
        help: [
            "Tệp sẽ ghi: gói (.zip) hoặc trang có sẵn gói (.html)",
            "The file to write: a pack (.zip), or a page with the pack inside (.html)",
        ],
    },
    ArgumentText {
        command: "pack",
        id: "page",
        value: ["TỆP", "FILE"],
        help: [
            "Trang kiem-tra-the-thuc.html sẽ nhận gói [mặc định: tệp bên cạnh chương trình hoặc trong thư mục đang làm việc]",
            "The page that takes the pack [default: the one beside the program or in the working folder]",
        ],
    },
    shared::FORCE.of("pack"),
    ArgumentText {
        command: "rules list",
        id: "group",
        value: ["NHÓM", "GROUP"],
        help: [
            "Chỉ liệt kê nhóm này: format, section, authority, reference, language hoặc nhóm riêng của thư mục",
            "Only the rules of this group: format, section, authority, reference, language, or one of the folder",
        ],
    },
    ArgumentText {
        command: "rules list",
        id: "regime",
        value: ["KHUNG", "REGIME"],
        help: [
            "Chỉ liệt kê quy tắc của khung pháp luật áp dụng này, ví dụ normative-2025",
            "Only the rules of this regime, such as normative-2025",
        ],
    },
    shared::FORMAT.of("rules list"),
    shared::RULES.of("rules list"),
    ArgumentText {
        command: "rules coverage",
        id: "uncovered",
        value: NO_VALUE,
        help: ["Liệt kê các quy định chưa có quy tắc", "List the provisions without a rule"],
    },
    ArgumentText {
        command: "rules coverage",
        id: "not_checkable",
        value: NO_VALUE,
        help: [
            "Liệt kê các quy định máy không kiểm tra được, kèm lý do",
            "List the provisions that no program can check, with the reason",
        ],
    },
    shared::FORMAT.of("rules coverage"),
    shared::RULES.of("rules coverage"),
    ArgumentText {
        command: "rules test",
        id: "names",
        value: ["QUY TẮC", "RULE"],
        help: [
            "Chỉ chạy ví dụ của quy tắc hoặc nhóm này, không thử các bản gốc",
            "Only the examples of these rules or groups, without the base drafts",
        ],
    },
    shared::FORMAT.of("rules test"),
    shared::RULES.of("rules test"),
    ArgumentText {
        command: "completions",
        id: "shell",
        value: ["TRÌNH DÒNG LỆNH", "SHELL"],
        help: ["bash, zsh, fish, powershell hoặc elvish", "bash, zsh, fish, powershell or elvish"],
    },
    ArgumentText {
        command: "man",
        id: "command",
        value: ["LỆNH", "COMMAND"],
        help: [
            "Lệnh cần xem, ví dụ check hoặc rules list [mặc định: trang chung của chương trình]",
            "The command, such as check or rules list [default: the page of the program]",
        ],
    },
    ArgumentText {
        command: "man",
        id: "out_dir",
        value: ["THƯ MỤC", "DIR"],
        help: [
            "Ghi trang của mọi lệnh vào thư mục này (thethuc.1, thethuc-check.1, …)",
            "Write the pages of all commands into this folder (thethuc.1, thethuc-check.1, …)",
        ],
    },
];

/// The texts of all commands.
pub fn commands() -> impl Iterator<Item = &'static CommandText> {
    COMMANDS.iter().chain(office::COMMANDS)
}

/// The texts of all arguments.
pub fn arguments() -> impl Iterator<Item = &'static ArgumentText> {
    ARGUMENTS.iter().chain(office::ARGUMENTS)
}

/// The text of a command.
pub fn command(name: &str) -> Option<&'static CommandText> {
    commands().find(|text| text.name == name)
}

/// The text of an argument of a command, or of one that every command has, with its place in the
/// help: those of every command come last.
pub fn argument(command: &str, id: &str) -> Option<(usize, &'static ArgumentText)> {
    let texts = || arguments().enumerate();
    let own = texts().find(|(_, text)| text.command == command && text.id == id);
    let common = || texts().find(|(_, text)| text.command.is_empty() && text.id == id);
    let (order, text) = own.or_else(common)?;
    let is_common = text.command.is_empty();
    Some((if is_common { arguments().count() + order } else { order }, text))
}
