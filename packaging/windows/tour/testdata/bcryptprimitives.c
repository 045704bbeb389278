// The random numbers that Go asks Windows for. Wine 8, which Debian 12 has, does not
// give them yet under this name.
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(BYTE *data, SIZE_T size) {
	return RtlGenRandom(data, size);
}
