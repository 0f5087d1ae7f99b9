/* Stands in for Explorer and notes what it was asked to show, one line each, in C:\opened.txt. */
#include <windows.h>

int WINAPI wWinMain(HINSTANCE own, HINSTANCE before, PWSTR arguments, int show) {
    char line[4096];
    DWORD written;
    int length = WideCharToMultiByte(CP_UTF8, 0, arguments, -1, line, sizeof line - 1, NULL, NULL);
    HANDLE file = CreateFileW(L"C:\\opened.txt", FILE_APPEND_DATA, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL,
                              OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, NULL);
    if (length < 1 || file == INVALID_HANDLE_VALUE) {
        return 1;
    }
    line[length - 1] = '\n';
    WriteFile(file, line, (DWORD)length, &written, NULL);
    CloseHandle(file);
    return 1; /* as Explorer itself ends */
}
