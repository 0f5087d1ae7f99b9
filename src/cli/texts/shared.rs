//! Texts of arguments that several commands have: said once, so that they cannot say two things.

use super::{ArgumentText, NO_VALUE};

/// How far drafts have come.
pub const STAGE: ArgumentText = ArgumentText {
    command: "check",
    id: "stage",
    value: ["GIAI ĐOẠN", "STAGE"],
    help: [
        "Giai đoạn: draft (soạn thảo), review (thẩm định) hoặc issue (ban hành); khi ban hành không được \
         để trống số và ngày [mặc định: theo dự thảo, nếu không thì draft]",
        "Stage: draft, review or issue; at issue number and day must not be blank [default: as the draft \
         says, else draft]",
    ],
};

/// The day whose law applies.
pub const AS_OF: ArgumentText = ArgumentText {
    command: "check",
    id: "as_of",
    value: ["NGÀY", "DATE"],
    help: [
        "Áp dụng pháp luật của ngày này, ví dụ 02/3/2026 hoặc 2026-03-02 [mặc định: ngày của dự thảo]",
        "Apply the law of this day, such as 2026-03-02 or, day first, 02/3/2026 [default: the draft's date]",
    ],
};

/// The class of drafts.
pub const CLASS: ArgumentText = ArgumentText {
    command: "check",
    id: "class",
    value: ["NHÓM", "CLASS"],
    help: [
        "Nhóm văn bản: normative (quy phạm pháp luật) hoặc administrative (hành chính) [mặc định: theo ký hiệu]",
        "Class: normative or administrative [default: as the symbol shows]",
    ],
};

/// The severity that fails.
pub const FAIL_ON: ArgumentText = ArgumentText {
    command: "check",
    id: "fail_on",
    value: ["MỨC", "SEVERITY"],
    help: [
        "Mức thấp nhất làm mã thoát bằng 1: error (lỗi), warning (cảnh báo), note (lưu ý) hoặc never \
         (không bao giờ) [mặc định: error]",
        "Least severity that makes the exit status 1: error, warning, note or never [default: error]",
    ],
};

/// Rules that alone are applied.
pub const ONLY: ArgumentText = ArgumentText {
    command: "check",
    id: "only",
    value: ["QUY TẮC", "RULE"],
    help: [
        "Chỉ áp dụng quy tắc (format/national-name) hoặc nhóm (format) này; nhiều tên cách nhau bằng dấu phẩy",
        "Apply only these rules (format/national-name) or groups (format), separated by commas",
    ],
};

/// Rules that are left out.
pub const SKIP: ArgumentText = ArgumentText {
    command: "check",
    id: "skip",
    value: ["QUY TẮC", "RULE"],
    help: [
        "Bỏ qua quy tắc hoặc nhóm này; nhiều tên cách nhau bằng dấu phẩy",
        "Leave out these rules or groups, separated by commas",
    ],
};

/// A folder of own rules.
pub const RULES: ArgumentText = ArgumentText {
    command: "check",
    id: "rules",
    value: ["THƯ MỤC", "DIR"],
    help: ["Thêm quy tắc (tệp YAML) từ thư mục này", "Add the rules (YAML files) of this folder"],
};

/// Newer data.
pub const REGISTRY: ArgumentText = ArgumentText {
    command: "check",
    id: "registry",
    value: ["TỆP", "FILE"],
    help: [
        "Dùng thêm gói dữ liệu hoặc bảng CSV mới hơn về văn bản, đơn vị hành chính",
        "Add a pack or CSV sheet of newer data on instruments and units",
    ],
};

/// An office pack.
pub const PACK: ArgumentText = ArgumentText {
    command: "check",
    id: "pack",
    value: ["TỆP", "FILE"],
    help: [
        "Dùng gói quy tắc, dữ liệu, cơ quan do lệnh thethuc pack tạo ra; gói nằm dưới mọi lựa chọn khác",
        "Use an office pack as thethuc pack makes it; it lies under every other choice",
    ],
};

/// Drafts at a time.
pub const JOBS: ArgumentText = ArgumentText {
    command: "check",
    id: "jobs",
    value: ["SỐ", "N"],
    help: [
        "Số tệp kiểm tra cùng lúc, từ 1 [mặc định: theo số nhân của máy]",
        "Files checked at the same time, from 1 [default: the number of cores]",
    ],
};

/// The name of standard input.
pub const NAME: ArgumentText = ArgumentText {
    command: "check",
    id: "name",
    value: ["TÊN", "NAME"],
    help: [
        "Tên tệp của dữ liệu từ đầu vào chuẩn, ví dụ du-thao.docx; đuôi tệp cho biết loại tệp",
        "File name of standard input, such as draft.docx; its extension tells the kind of file",
    ],
};

/// A configuration before all others.
pub const CONFIG: ArgumentText = ArgumentText {
    command: "check",
    id: "config",
    value: ["TỆP", "FILE"],
    help: [
        "Dùng cấu hình này trước các tệp thethuc.yaml tìm thấy",
        "Let this configuration go before every thethuc.yaml that is found",
    ],
};

/// No configuration.
pub const NO_CONFIG: ArgumentText = ArgumentText {
    command: "check",
    id: "no_config",
    value: NO_VALUE,
    help: [
        "Không tìm thethuc.yaml trong thư mục của dự thảo và các thư mục trên",
        "Seek no thethuc.yaml in the folders of the drafts and above",
    ],
};

/// Whose word counts.
pub const TRUST: ArgumentText = ArgumentText {
    command: "check",
    id: "trust",
    value: ["AI", "WHO"],
    help: [
        "Lời đề nghị giữ nguyên nào được tính: own (chỉ của mình; ghi trong dự thảo chỉ là đề nghị của đơn vị soạn thảo) hoặc all (mọi người) [mặc định: all]",
        "Whose word counts that something is kept: own (comments in drafts only ask for it) or all [default: all]",
    ],
};

/// For people or machines.
pub const FORMAT: ArgumentText = ArgumentText {
    command: "show",
    id: "format",
    value: ["DẠNG", "FORMAT"],
    help: [
        "Dạng hiển thị: terminal (cho người đọc) hoặc json (cho máy) [mặc định: terminal]",
        "Form: terminal (for people) or json (for machines) [default: terminal]",
    ],
};

/// A folder of own rules that may bring a registry.
pub const RULES_WITH_REGISTRY: ArgumentText = ArgumentText {
    command: "registry show",
    id: "rules",
    value: ["THƯ MỤC", "DIR"],
    help: [
        "Dùng danh mục trong thư mục quy tắc này (registry/…) thay cho danh mục có sẵn",
        "Take the registry of this folder of rules (registry/…) in the place of the built-in one",
    ],
};

/// Writing over a file.
pub const FORCE: ArgumentText = ArgumentText {
    command: "registry build",
    id: "force",
    value: NO_VALUE,
    help: ["Cho phép ghi đè tệp đã có", "Write over a file that exists"],
};
