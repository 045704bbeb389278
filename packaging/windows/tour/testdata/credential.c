// Windows' Credential Manager, as any program of the person's can use it:
//
//	credential TARGET         prints the secret under a name
//	credential TARGET USER    keeps what comes by standard input
#include <windows.h>
#include <wincred.h>
#include <stdio.h>

static int print(wchar_t *target) {
	CREDENTIALW *found;
	if (!CredReadW(target, CRED_TYPE_GENERIC, 0, &found))
		return 1;
	fwrite(found->CredentialBlob, 1, found->CredentialBlobSize, stdout);
	return 0;
}

static int keep(wchar_t *target, wchar_t *user) {
	static char secret[CRED_MAX_CREDENTIAL_BLOB_SIZE];
	CREDENTIALW kept = {.Type = CRED_TYPE_GENERIC, .TargetName = target, .UserName = user, .Persist = CRED_PERSIST_LOCAL_MACHINE};
	kept.CredentialBlobSize = fread(secret, 1, sizeof secret, stdin);
	kept.CredentialBlob = (BYTE *)secret;
	return !CredWriteW(&kept, 0);
}

int wmain(int count, wchar_t **arguments) {
	return count == 2 ? print(arguments[1]) : keep(arguments[1], arguments[2]);
}
