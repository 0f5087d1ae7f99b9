; The installer: for one user without rights of an administrator, or with /AllUsers for all users of a machine.
; Built by `cargo xtask dist`, which defines VERSION, CONTENTS (a folder), OUT, ICON, and where there is one PAGE and
; SIGN. What it writes stands in docs/for-it.md; tests/windows holds that the uninstaller takes all of it away.
;
;   /S               asks nothing
;   /AllUsers        into Program Files, for all users (needs an elevated prompt)
;   /Settings=FOLDER copies thethuc.yaml, and what lies beside it, from there into the folder of the program
;   /NoDesktop       no link on the desktop
;   /D=FOLDER        another folder (the last argument, without quotation marks)

Target amd64-unicode
Unicode true
!ifdef QUICK
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
!endif
ManifestDPIAware true
; No question of Windows: who installs for all users starts it with the rights that it takes.
RequestExecutionLevel user

!include FileFunc.nsh
!include LogicLib.nsh
!include WordFunc.nsh
!include x64.nsh

!define APP "Kiểm tra thể thức"
!define SHELL "${APP}.exe"
!define CLEAN "Lấy bản sạch để trình ký"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\thethuc"
!define CLASSES "Software\Classes"

Name "${APP}"
OutFile "${OUT}"
Icon "${ICON}"
UninstallIcon "${ICON}"
BrandingText "thethuc ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow
InstallDir ""
LoadLanguageFile "${NSISDIR}\Contrib\Language files\Vietnamese.nlf"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=1066 ProductName "${APP}"
VIAddVersionKey /LANG=1066 ProductVersion "${VERSION}"
VIAddVersionKey /LANG=1066 FileVersion "${VERSION}"
VIAddVersionKey /LANG=1066 FileDescription "Bộ cài ${APP}"
VIAddVersionKey /LANG=1066 CompanyName "thethuc"
VIAddVersionKey /LANG=1066 LegalCopyright "MIT OR Apache-2.0"
!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"'
!endif

Page instfiles
UninstPage uninstConfirm
UninstPage instfiles

Var AllUsers
Var Settings
Var OnDesktop

; Whether the process has the rights of an administrator.
!macro NeedAdministrator
  UserInfo::GetAccountType
  Pop $0
  ${If} $0 != "admin"
    MessageBox MB_OK|MB_ICONSTOP "Cài cho mọi người dùng cần quyền quản trị: chuột phải vào tệp cài đặt, chọn Run as administrator.$\n$\nInstalling for all users needs an elevated prompt." /SD IDOK
    SetErrorLevel 5
    Quit
  ${EndIf}
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "Cần Windows 10 trở lên, bản 64 bit. Máy khác: dùng trang kiem-tra-the-thuc.html.$\n$\nWindows 10 or later, 64 bit, is needed; elsewhere use the page." /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  SetRegView 64
  StrCpy $AllUsers 0
  StrCpy $OnDesktop 1
  StrCpy $Settings ""
  ${GetParameters} $0
  ; A parameter that is mistyped would install something else than was meant, and say that all is well.
  StrCpy $2 0
  ${Do}
    IntOp $2 $2 + 1
    ClearErrors
    ${WordFind} "$0 ." " " "E+$2" $1
    StrCpy $3 $1 3
    ${If} ${Errors}
    ${OrIf} $1 == "."
    ${OrIf} $3 == "/D="
      ${ExitDo}
    ${EndIf}
    StrCpy $3 $1 1
    StrCpy $4 $1 10
    ${If} $3 == "/"
    ${AndIf} $1 != "/S"
    ${AndIf} $1 != "/AllUsers"
    ${AndIf} $1 != "/NoDesktop"
    ${AndIf} $4 != "/Settings="
      MessageBox MB_OK|MB_ICONSTOP "Không có tham số “$1”; các tham số: /S /AllUsers /NoDesktop /Settings= /D=.$\n$\nThere is no such parameter." /SD IDOK
      SetErrorLevel 2
      Quit
    ${EndIf}
  ${Loop}
  ClearErrors
  ${GetOptions} $0 "/AllUsers" $1
  ${IfNot} ${Errors}
    StrCpy $AllUsers 1
  ${EndIf}
  ClearErrors
  ${GetOptions} $0 "/NoDesktop" $1
  ${IfNot} ${Errors}
    StrCpy $OnDesktop 0
  ${EndIf}
  ClearErrors
  ${GetOptions} $0 "/Settings=" $Settings
  ${If} $Settings != ""
  ${AndIfNot} ${FileExists} "$Settings\thethuc.yaml"
    MessageBox MB_OK|MB_ICONSTOP "Không có thethuc.yaml trong “$Settings”.$\n$\nThere is no thethuc.yaml in that folder." /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  ${If} $AllUsers == 1
    !insertmacro NeedAdministrator
    SetShellVarContext all
    ${If} $INSTDIR == ""
      StrCpy $INSTDIR "$PROGRAMFILES64\thethuc"
    ${EndIf}
  ${Else}
    SetShellVarContext current
    ${If} $INSTDIR == ""
      StrCpy $INSTDIR "$LOCALAPPDATA\Programs\thethuc"
    ${EndIf}
  ${EndIf}
  ; The uninstaller takes the whole folder away, so it must be ours alone.
  ${If} ${FileExists} "$INSTDIR\*.*"
  ${AndIfNot} ${FileExists} "$INSTDIR\thethuc.exe"
    MessageBox MB_OK|MB_ICONSTOP "Thư mục “$INSTDIR” đang chứa thứ khác; hãy chọn thư mục trống (/D=).$\n$\nThat folder holds something else; name an empty one." /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
FunctionEnd

; An entry of the right button. KEY is that of the kind of file, ARGUMENTS what stands before the path.
!macro Entry KEY VERB TEXT ARGUMENTS
  WriteRegStr SHCTX "${CLASSES}\${KEY}\shell\${VERB}" "" "${TEXT}"
  WriteRegStr SHCTX "${CLASSES}\${KEY}\shell\${VERB}" "Icon" "$INSTDIR\${SHELL}"
  ; Without it Explorer leaves the entry out above fifteen files.
  WriteRegStr SHCTX "${CLASSES}\${KEY}\shell\${VERB}" "MultiSelectModel" "Player"
  WriteRegStr SHCTX "${CLASSES}\${KEY}\shell\${VERB}\command" "" '"$INSTDIR\${SHELL}" ${ARGUMENTS} "%1"'
!macroend

Section
  SetOutPath "$INSTDIR"
  ClearErrors
  File /r "${CONTENTS}/*"
  ${If} $Settings != ""
    CopyFiles /SILENT "$Settings\*" "$INSTDIR"
  ${EndIf}
  ${If} ${Errors}
    MessageBox MB_OK|MB_ICONSTOP "Không ghi được vào “$INSTDIR”: hãy đóng ${APP} rồi cài lại.$\n$\nThe folder could not be written; close the program and try again." /SD IDOK
    SetErrorLevel 3
    Abort
  ${EndIf}
  WriteUninstaller "$INSTDIR\uninstall.exe"
  ; Told where only that one may write whose uninstaller it is; a path would be told in several ways.
  WriteINIStr "$INSTDIR\uninstall.ini" "thethuc" "AllUsers" $AllUsers

  CreateDirectory "$SMPROGRAMS\${APP}"
  CreateShortCut "$SMPROGRAMS\${APP}\${APP}.lnk" "$INSTDIR\${SHELL}"
  CreateShortCut "$SMPROGRAMS\${APP}\${CLEAN}.lnk" "$INSTDIR\${SHELL}" "--clean"
  CreateShortCut "$SMPROGRAMS\${APP}\Hướng dẫn.lnk" "$INSTDIR\huong-dan.html"
!ifdef PAGE
  CreateShortCut "$SMPROGRAMS\${APP}\Trang kiểm tra (trình duyệt).lnk" "$INSTDIR\${PAGE}"
!endif
  ${If} $OnDesktop == 1
    CreateShortCut "$DESKTOP\${APP}.lnk" "$INSTDIR\${SHELL}"
  ${EndIf}
  ; “Gửi tới” is a folder of each user; Windows has none for all.
  ${If} $AllUsers == 0
    CreateShortCut "$SENDTO\${APP}.lnk" "$INSTDIR\${SHELL}"
    CreateShortCut "$SENDTO\${CLEAN}.lnk" "$INSTDIR\${SHELL}" "--clean"
  ${EndIf}

  !insertmacro Entry "SystemFileAssociations\.docx" "thethuc" "${APP}" "--gather"
  !insertmacro Entry "SystemFileAssociations\.docx" "thethuc.clean" "${CLEAN}" "--gather --clean"
  !insertmacro Entry "SystemFileAssociations\.zip" "thethuc" "${APP}" "--gather"
  !insertmacro Entry "Directory" "thethuc" "${APP}" "--gather"

  WriteRegStr SHCTX "${UNINSTALL}" "DisplayName" "${APP}"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL}" "Publisher" "thethuc"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${SHELL}"
  WriteRegStr SHCTX "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr SHCTX "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD SHCTX "${UNINSTALL}" "EstimatedSize" $0
SectionEnd

Function un.onInit
  SetRegView 64
  SetShellVarContext current
  ReadINIStr $1 "$INSTDIR\uninstall.ini" "thethuc" "AllUsers"
  ${If} $1 == 1
    !insertmacro NeedAdministrator
    SetShellVarContext all
  ${EndIf}
FunctionEnd

!macro NoEntry KEY VERB
  DeleteRegKey SHCTX "${CLASSES}\${KEY}\shell\${VERB}"
  ; Keys that we made on the way stay only if something else is in them.
  DeleteRegKey /ifempty SHCTX "${CLASSES}\${KEY}\shell"
  DeleteRegKey /ifempty SHCTX "${CLASSES}\${KEY}"
!macroend

Section Uninstall
  !insertmacro NoEntry "SystemFileAssociations\.docx" "thethuc"
  !insertmacro NoEntry "SystemFileAssociations\.docx" "thethuc.clean"
  !insertmacro NoEntry "SystemFileAssociations\.zip" "thethuc"
  !insertmacro NoEntry "Directory" "thethuc"
  DeleteRegKey /ifempty SHCTX "${CLASSES}\SystemFileAssociations"
  DeleteRegKey SHCTX "${UNINSTALL}"
  Delete "$SENDTO\${APP}.lnk"
  Delete "$SENDTO\${CLEAN}.lnk"
  Delete "$DESKTOP\${APP}.lnk"
  RMDir /r "$SMPROGRAMS\${APP}"
  ; Notes of processes that were started together.
  RMDir /r "$TEMP\thethuc"
  RMDir /r "$INSTDIR"
  ; The folder of the user's programs, where ours was the only one.
  RMDir "$LOCALAPPDATA\Programs"
SectionEnd
