//! Texts of the commands of whoever keeps the drafts and the rules of an office.

use super::{ArgumentText, CommandText, NO_VALUE, shared};

/// The commands.
pub const COMMANDS: &[CommandText] = &[
    CommandText {
        name: "init",
        about: [
            "Lập tệp cấu hình thethuc.yaml cho cơ quan: hỏi tên cơ quan, ghi tệp có chú thích từng mục",
            "Begin a thethuc.yaml for an office: asks who it is and writes the file with comments",
        ],
        usage: [
            "thethuc init [THƯ MỤC]\n       thethuc init [THƯ MỤC] --organ <CƠ QUAN> [TÙY CHỌN]",
            "thethuc init [DIR]\n       thethuc init [DIR] --organ <ORGAN> [OPTIONS]",
        ],
        after: [
            "Ví dụ:\n  thethuc init\n  thethuc init van-ban --organ \"UBND xã Đồng Hạc\" --signer \"Chủ tịch: Nguyễn Văn An\"",
            "Examples:\n  thethuc init\n  thethuc init drafts --organ \"UBND xã Đồng Hạc\" --signer \"Chủ tịch: Nguyễn Văn An\"",
        ],
    },
    CommandText {
        name: "config",
        about: [
            "Xem cấu hình: điều gì có hiệu lực cho một dự thảo, ghi ở đâu; lược đồ của thethuc.yaml",
            "Look into the configuration: what holds for a draft, and where that is said; the schema of thethuc.yaml",
        ],
        usage: ["thethuc config [TÙY CHỌN] <LỆNH>", "thethuc config [OPTIONS] <COMMAND>"],
        after: [
            "Ví dụ:\n  thethuc config show van-ban/du-thao.docx\n  thethuc config schema > thethuc.schema.json",
            "Examples:\n  thethuc config show drafts/draft.docx\n  thethuc config schema > thethuc.schema.json",
        ],
    },
    CommandText {
        name: "config show",
        about: [
            "Cho biết lựa chọn nào có hiệu lực cho một dự thảo hoặc thư mục, và lấy từ đâu: tệp và dòng, dòng lệnh, mặc định",
            "Show which choices hold for a draft or a folder, and where each comes from: file and line, command line, default",
        ],
        usage: ["thethuc config show [TÙY CHỌN] [ĐƯỜNG DẪN]", "thethuc config show [OPTIONS] [PATH]"],
        after: [
            "Mã thoát: 0 cấu hình đúng; 2 có tệp sai.",
            "Exit status: 0 the configuration is in order; 2 a file is faulty.",
        ],
    },
    CommandText {
        name: "config schema",
        about: [
            "In JSON Schema của thethuc.yaml, để trình soạn thảo gợi ý và báo lỗi",
            "Print the JSON Schema of thethuc.yaml, with which editors complete and check it",
        ],
        usage: ["thethuc config schema", "thethuc config schema"],
        after: ["", ""],
    },
    CommandText {
        name: "rules init",
        about: [
            "Lập thư mục quy tắc riêng của cơ quan: một văn bản, một quy tắc mẫu có ví dụ, chạy thử được ngay",
            "Begin a folder of an office's own rules: an instrument and a rule with an example, which pass at once",
        ],
        usage: ["thethuc rules init <THƯ MỤC>", "thethuc rules init <DIR>"],
        after: [
            "Tiếp theo:\n  thethuc rules test --rules quy-tac-rieng rieng\n  thethuc rules try --rules quy-tac-rieng van-ban-cu",
            "Then:\n  thethuc rules test --rules my-rules rieng\n  thethuc rules try --rules my-rules old-drafts",
        ],
    },
    CommandText {
        name: "rules fmt",
        about: [
            "Trình bày lại tệp quy tắc theo một cách thống nhất; giữ nguyên nội dung và chú thích",
            "Bring rule files into one order; what they say and their comments stay",
        ],
        usage: ["thethuc rules fmt [TÙY CHỌN] <ĐƯỜNG DẪN>...", "thethuc rules fmt [OPTIONS] <PATH>..."],
        after: [
            "Mã thoát: 0 xong; 1 có tệp chưa đúng cách trình bày (--check); 2 có tệp không đọc được hoặc không phải YAML.",
            "Exit status: 0 done; 1 files are not in order (--check); 2 a file cannot be read or is no YAML.",
        ],
    },
    CommandText {
        name: "rules try",
        about: [
            "Thử quy tắc riêng trên các dự thảo cũ: mỗi quy tắc phát hiện bao nhiêu, ở những chữ nào; không ghi gì",
            "Try own rules on old drafts: how much each finds, and on which words; nothing is written",
        ],
        usage: [
            "thethuc rules try --rules <THƯ MỤC> [TÙY CHỌN] <ĐƯỜNG DẪN>...",
            "thethuc rules try --rules <DIR> [OPTIONS] <PATH>...",
        ],
        after: [
            "Mã thoát: 0 đã thử, dù có phát hiện; 2 quy tắc sai; 3 có dự thảo không đọc được, hoặc không có dự thảo nào.",
            "Exit status: 0 tried, whatever was found; 2 the rules have faults; 3 a draft could not be read, or there was none.",
        ],
    },
    CommandText {
        name: "rules diff",
        about: [
            "So hai bộ quy tắc: quy tắc nào mới, bỏ, nhẹ hơn, nặng hơn, đổi cách kiểm tra, đổi lời; dùng cho ghi chú phát hành",
            "Compare two rule books: rules added, gone, milder, stricter, checking otherwise, reworded; for release notes",
        ],
        usage: ["thethuc rules diff <CŨ> [MỚI]", "thethuc rules diff <OLD> [NEW]"],
        after: [
            "Thư mục là cả bộ quy tắc (có regimes.yaml) hoặc là quy tắc riêng, khi đó được cộng vào quy tắc có sẵn.\n\
             Ví dụ:\n  git worktree add /tmp/cu v0.1.0 && thethuc rules diff /tmp/cu/rules rules",
            "A folder is a whole rule book (with regimes.yaml), or own rules, which are added to the embedded ones.\n\
             Examples:\n  git worktree add /tmp/old v0.1.0 && thethuc rules diff /tmp/old/rules rules",
        ],
    },
];

/// The arguments.
pub const ARGUMENTS: &[ArgumentText] = &[
    ArgumentText {
        command: "init",
        id: "folder",
        value: ["THƯ MỤC", "DIR"],
        help: [
            "Thư mục dự thảo mà cấu hình dùng cho [mặc định: thư mục hiện tại]",
            "The folder of drafts that the configuration is for [default: this one]",
        ],
    },
    ArgumentText {
        command: "init",
        id: "organs",
        value: ["CƠ QUAN", "ORGAN"],
        help: [
            "Tên cơ quan ban hành, viết tắt cũng được; ghi nhiều lần được nhiều cơ quan; có tùy chọn này thì không hỏi",
            "The issuing organ, abbreviated or not; several times for several; with it nothing is asked",
        ],
    },
    ArgumentText {
        command: "init",
        id: "place",
        value: ["ĐỊA DANH", "PLACE"],
        help: [
            "Địa danh ghi trước ngày tháng [mặc định: tên đơn vị hành chính]",
            "The place before the date [default: the name of the unit]",
        ],
    },
    ArgumentText {
        command: "init",
        id: "signers",
        value: ["CHỨC VỤ: HỌ TÊN", "POSITION: NAME"],
        help: [
            "Người ký của cơ quan đầu tiên; ghi nhiều lần được nhiều người",
            "Who signs for the first organ; several times for several people",
        ],
    },
    ArgumentText {
        command: "init",
        id: "force",
        value: NO_VALUE,
        help: ["Ghi đè tệp đã có", "Write over a file that exists"],
    },
    ArgumentText {
        command: "config show",
        id: "path",
        value: ["ĐƯỜNG DẪN", "PATH"],
        help: [
            "Dự thảo hoặc thư mục dự thảo [mặc định: thư mục hiện tại]",
            "A draft, or a folder of drafts [default: this folder]",
        ],
    },
    shared::FORMAT.of("config show"),
    shared::STAGE.of("config show"),
    shared::AS_OF.of("config show"),
    shared::CLASS.of("config show"),
    shared::FAIL_ON.of("config show"),
    shared::ONLY.of("config show"),
    shared::SKIP.of("config show"),
    shared::RULES.of("config show"),
    shared::REGISTRY.of("config show"),
    shared::PACK.of("config show"),
    shared::CONFIG.of("config show"),
    shared::NO_CONFIG.of("config show"),
    shared::TRUST.of("config show"),
    ArgumentText {
        command: "rules init",
        id: "folder",
        value: ["THƯ MỤC", "DIR"],
        help: [
            "Thư mục mới; tệp đã có không bao giờ bị ghi đè",
            "The new folder; a file that exists is never written over",
        ],
    },
    ArgumentText {
        command: "rules fmt",
        id: "paths",
        value: ["ĐƯỜNG DẪN", "PATH"],
        help: ["Tệp quy tắc .yaml hoặc thư mục của chúng", "Rule files (.yaml) or folders of them"],
    },
    ArgumentText {
        command: "rules fmt",
        id: "check",
        value: NO_VALUE,
        help: [
            "Chỉ cho biết tệp nào chưa đúng cách trình bày, không ghi gì",
            "Only tell which files are not in order, and write nothing",
        ],
    },
    shared::RULES.of("rules try"),
    ArgumentText {
        command: "rules try",
        id: "paths",
        value: ["ĐƯỜNG DẪN", "PATH"],
        help: ["Dự thảo cũ: tệp hoặc thư mục", "Old drafts: files or folders"],
    },
    shared::FORMAT.of("rules try"),
    shared::STAGE.of("rules try"),
    ArgumentText {
        command: "rules try",
        id: "examples",
        value: ["SỐ", "N"],
        help: [
            "Số ví dụ về chữ của mỗi quy tắc [mặc định: 5]",
            "Examples of words for each rule [default: 5]",
        ],
    },
    shared::JOBS.of("rules try"),
    ArgumentText {
        command: "rules diff",
        id: "old",
        value: ["CŨ", "OLD"],
        help: ["Thư mục quy tắc cũ", "The folder of older rules"],
    },
    ArgumentText {
        command: "rules diff",
        id: "new",
        value: ["MỚI", "NEW"],
        help: [
            "Thư mục quy tắc mới [mặc định: quy tắc của chương trình]",
            "The folder of newer rules [default: those of the program]",
        ],
    },
    shared::FORMAT.of("rules diff"),
];
