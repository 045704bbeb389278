// bin\latchkey.exe: Latchkey in a console.
//
// Windows reads from a program's file whether it belongs to a console. Latchkey.exe
// does not, so that no black window opens beside its own; a shell would neither wait
// for it nor learn its exit code. This small program belongs to one: it starts
// Latchkey.exe with the same arguments and streams, waits, and ends as that ends.
// Latchkey.exe joins its console (ui/desktop/console_windows.go).

#include <windows.h>
#include <wchar.h>

enum { longest_path = 32768, could_not_start = 127 };

// Ctrl+C is for Latchkey.exe to answer; this one waits for its answer.
static BOOL WINAPI wait_on(DWORD event) {
	(void)event;
	return TRUE;
}

// A console's handle means nothing to a program that has not joined the console yet:
// only files and pipes are handed on.
static HANDLE stream(DWORD id) {
	DWORD mode;
	HANDLE handle = GetStdHandle(id);
	if (handle == NULL || handle == INVALID_HANDLE_VALUE || GetConsoleMode(handle, &mode))
		return NULL;
	SetHandleInformation(handle, HANDLE_FLAG_INHERIT, HANDLE_FLAG_INHERIT);
	return handle;
}

// fail says, in the system's own words, why a program was not started.
static int fail(const wchar_t *program) {
	wchar_t *why = NULL;
	DWORD written;
	FormatMessageW(FORMAT_MESSAGE_ALLOCATE_BUFFER | FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS,
		NULL, GetLastError(), 0, (wchar_t *)&why, 0, NULL);
	HANDLE console = GetStdHandle(STD_ERROR_HANDLE);
	WriteConsoleW(console, program, wcslen(program), &written, NULL);
	WriteConsoleW(console, L": ", 2, &written, NULL);
	if (why != NULL)
		WriteConsoleW(console, why, wcslen(why), &written, NULL);
	return could_not_start;
}

int wmain(void) {
	static wchar_t program[longest_path + 16];
	GetModuleFileNameW(NULL, program, longest_path);
	for (int up = 0; up < 2; up++) { // from …\bin\latchkey.exe
		wchar_t *end = wcsrchr(program, L'\\');
		if (end != NULL)
			*end = L'\0';
	}
	wcscat(program, L"\\Latchkey.exe");

	SetConsoleCtrlHandler(wait_on, TRUE);
	SetEnvironmentVariableW(L"LATCHKEY_CONSOLE", L"1");
	STARTUPINFOW how = {.cb = sizeof how, .dwFlags = STARTF_USESTDHANDLES};
	how.hStdInput = stream(STD_INPUT_HANDLE);
	how.hStdOutput = stream(STD_OUTPUT_HANDLE);
	how.hStdError = stream(STD_ERROR_HANDLE);
	PROCESS_INFORMATION started;
	if (!CreateProcessW(program, GetCommandLineW(), NULL, NULL, TRUE, 0, NULL, NULL, &how, &started))
		return fail(program);
	DWORD code = could_not_start;
	WaitForSingleObject(started.hProcess, INFINITE);
	GetExitCodeProcess(started.hProcess, &code);
	return (int)code;
}
