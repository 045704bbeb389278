; Closing a running Latchkey: politely, as by the cross of its window. It may ask
; something first, and is never ended by force.

!define PATIENCE 15000 ; milliseconds
!define LOOK 200

!macro CloseLatchkey UN
; CloseLatchkey returns when no program of this installation runs any more. Otherwise it
; asks to close it and try again, or ends this installer.
Function ${UN}CloseLatchkey
	again:
	Call ${UN}AskToClose
	StrCpy $0 0
	${Do}
		StrCpy $1 "${PROGRAM}"
		Call ${UN}InUse
		${If} $2 = 0
			StrCpy $1 "${COMMAND}"
			Call ${UN}InUse
		${EndIf}
		${If} $2 = 0
			Return
		${EndIf}
		Sleep ${LOOK}
		IntOp $0 $0 + ${LOOK}
	${LoopUntil} $0 >= ${PATIENCE}
	MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(installer.open)" /SD IDCANCEL IDRETRY again
	${End} ${IN_USE}
FunctionEnd

; AskToClose asks each window of the installed program. Fyne's windows are of the class
; GLFW30, and so are other programs': the file behind the window tells them apart.
Function ${UN}AskToClose
	StrCpy $0 0
	${Do}
		FindWindow $0 "GLFW30" "" 0 $0
		${If} $0 P= 0
			Return
		${EndIf}
		StrCpy $3 ""
		System::Call 'user32::GetWindowThreadProcessId(p r0, *i .r1)'
		System::Call 'kernel32::OpenProcess(i 0x1000, i 0, i r1) p .r2' ; PROCESS_QUERY_LIMITED_INFORMATION
		${If} $2 P<> 0
			System::Call 'kernel32::QueryFullProcessImageNameW(p r2, i 0, w .r3, *i ${NSIS_MAX_STRLEN})'
			System::Call 'kernel32::CloseHandle(p r2)'
		${EndIf}
		${If} $3 == "${PROGRAM}"
			System::Call 'user32::PostMessageW(p r0, i ${WM_CLOSE}, p 0, p 0)'
		${EndIf}
	${Loop}
FunctionEnd

; InUse sets $2 to 1 where the file $1 cannot be written, which is so while it runs.
Function ${UN}InUse
	StrCpy $2 0
	${If} ${FileExists} $1
		ClearErrors
		FileOpen $3 $1 a
		${If} ${Errors}
			StrCpy $2 1
		${Else}
			FileClose $3
		${EndIf}
	${EndIf}
FunctionEnd
!macroend

!insertmacro CloseLatchkey ""
!insertmacro CloseLatchkey "un."
