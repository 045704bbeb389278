// Prints what Windows' Credential Manager holds under a name, as any program of the
// person's can read it.
#include <windows.h>
#include <wincred.h>
#include <stdio.h>

int wmain(int count, wchar_t **arguments) {
	CREDENTIALW *found;
	if (count != 2 || !CredReadW(arguments[1], CRED_TYPE_GENERIC, 0, &found))
		return 1;
	fwrite(found->CredentialBlob, 1, found->CredentialBlobSize, stdout);
	return 0;
}
