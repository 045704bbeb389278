; How the installer ends where it changed nothing, for those who ran it by a script:
; https://learn.microsoft.com/windows/win32/debug/system-error-codes
!define IN_USE 32
!define NEEDS_ADMINISTRATOR 740
!define OLD_WINDOWS 1150
!define NEWER_IS_THERE 1638

!define End `!insertmacro End`
!macro End CODE
	SetErrorLevel ${CODE}
	Quit
!macroend

; RemoveMesa also removes what a build with Mesa laid, where this one has none.
!macro RemoveMesa
	Delete "$INSTDIR\mesa\opengl32.dll"
	Delete "$INSTDIR\mesa\LICENSE.txt"
	RMDir "$INSTDIR\mesa"
!macroend
