; The latchkey command in every console: bin is put on PATH, and exactly what was put
; there is taken away again. What it was is remembered as PathAdded in ${UNINSTALL}.
;
; A variable of NSIS holds ${NSIS_MAX_STRLEN} characters, and PATH is often longer: it is
; never put into one. It is read into memory, with a semicolon before it and one behind
; it, so that every folder stands between two.

!define REG_EXPAND_SZ 2
!define BROADCAST_PATIENCE 5000 ; milliseconds

!macro Path UN
; OpenPath opens the key of the person's variables, or of everyone's: $1 is the key.
Function ${UN}OpenPath
	StrCpy $2 0x80000001 ; HKEY_CURRENT_USER
	StrCpy $3 "Environment"
	${If} $Everyone = 1
		StrCpy $2 0x80000002 ; HKEY_LOCAL_MACHINE
		StrCpy $3 "SYSTEM\CurrentControlSet\Control\Session Manager\Environment"
	${EndIf}
	System::Call 'advapi32::RegCreateKeyExW(p r2, w r3, i 0, p 0, i 0, i 0x3, p 0, *p .r1, p 0) i .r0' ; KEY_QUERY_VALUE|KEY_SET_VALUE
	${If} $0 <> 0
		StrCpy $1 0
	${EndIf}
FunctionEnd

; ReadPath reads PATH from the key $1: $2 is its type, $3 the memory, $4 where in it PATH
; begins. There is room for one more folder.
Function ${UN}ReadPath
	StrCpy $2 ${REG_EXPAND_SZ}
	StrCpy $5 0
	System::Call 'advapi32::RegQueryValueExW(p r1, w "Path", p 0, *i .r6, p 0, *i .r5) i .r0'
	IntOp $7 $5 + 4096
	System::Call 'kernel32::GlobalAlloc(i 0x40, p r7) p .r3' ; GMEM_ZEROINIT
	System::Call 'kernel32::lstrcpyW(p r3, w ";")'
	IntPtrOp $4 $3 + 2
	${If} $0 = 0
		StrCpy $2 $6
		System::Call 'advapi32::RegQueryValueExW(p r1, w "Path", p 0, p 0, p r4, *i r5)'
	${EndIf}
FunctionEnd

; WritePath writes PATH back, tells running programs, and gives memory and key free.
Function ${UN}WritePath
	System::Call 'kernel32::lstrlenW(p r4) i .r5'
	${If} $5 = 0
		System::Call 'advapi32::RegDeleteValueW(p r1, w "Path")'
	${Else}
		IntOp $5 $5 * 2
		IntOp $5 $5 + 2
		System::Call 'advapi32::RegSetValueExW(p r1, w "Path", i 0, i r2, p r4, i r5)'
	${EndIf}
	SendMessage ${HWND_BROADCAST} ${WM_SETTINGCHANGE} 0 "STR:Environment" /TIMEOUT=${BROADCAST_PATIENCE}
FunctionEnd

; ClosePath gives back what OpenPath and ReadPath took.
Function ${UN}ClosePath
	System::Call 'kernel32::GlobalFree(p r3)'
	System::Call 'advapi32::RegCloseKey(p r1)'
FunctionEnd

Function ${UN}RemoveFromPath
	ReadRegStr $8 SHCTX "${UNINSTALL}" "PathAdded"
	${If} $8 == ""
		Return
	${EndIf}
	Call ${UN}OpenPath
	${If} $1 P= 0
		Return
	${EndIf}
	Call ${UN}ReadPath
	; Found as a whole folder, from one semicolon to the next.
	StrCpy $9 $8 1
	${If} $9 == ";"
		StrCpy $9 "$8;"
	${Else}
		StrCpy $9 ";$8;"
	${EndIf}
	System::Call 'kernel32::lstrcatW(p r3, w ";")'
	System::Call 'shlwapi::StrStrIW(p r3, w r9) p .r0'
	${If} $0 P<> 0
		; What was added began with its semicolon, or with nothing before it.
		StrCpy $6 $8 1
		${If} $6 != ";"
			IntPtrOp $0 $0 + 2
		${EndIf}
		StrLen $6 $8
		IntOp $6 $6 * 2
		IntPtrOp $6 $0 + $6
		System::Call 'kernel32::lstrlenW(p r6) i .r7'
		IntOp $7 $7 * 2
		IntOp $7 $7 + 2
		System::Call 'ntdll::RtlMoveMemory(p r0, p r6, p r7)'
	${EndIf}
	; The semicolon behind it goes again.
	System::Call 'kernel32::lstrlenW(p r3) i .r5'
	IntOp $5 $5 - 1
	IntOp $5 $5 * 2
	IntPtrOp $5 $3 + $5
	System::Call 'kernel32::lstrcpyW(p r5, w "")'
	${If} $0 P<> 0
		Call ${UN}WritePath
	${EndIf}
	Call ${UN}ClosePath
	DeleteRegValue SHCTX "${UNINSTALL}" "PathAdded"
FunctionEnd
!macroend

!insertmacro Path ""
!insertmacro Path "un."

Function AddToPath
	Call RemoveFromPath
	Call OpenPath
	${If} $1 P= 0
		Return
	${EndIf}
	Call ReadPath
	; Where the person has put it there already, it is theirs.
	System::Call 'kernel32::lstrlenW(p r4) i .r5'
	System::Call 'kernel32::lstrcatW(p r3, w ";")'
	System::Call 'shlwapi::StrStrIW(p r3, w ";$INSTDIR\bin;") p .r0'
	IntOp $6 $5 * 2
	IntPtrOp $6 $4 + $6
	System::Call 'kernel32::lstrcpyW(p r6, w "")'
	${If} $0 P= 0
		StrCpy $8 ";$INSTDIR\bin"
		IntPtrOp $6 $6 - 2 ; PATH's last character, or the semicolon before an empty one
		System::Call 'kernel32::lstrcmpW(p r6, w ";") i .r0'
		${If} $0 = 0
			StrCpy $8 "$INSTDIR\bin"
		${EndIf}
		System::Call 'kernel32::lstrcatW(p r4, w r8)'
		Call WritePath
		WriteRegStr SHCTX "${UNINSTALL}" "PathAdded" $8
	${EndIf}
	Call ClosePath
FunctionEnd
