; The installer. build.sh defines VERSION, NUMBERS (the version's, with points), PROJECT,
; FOLDER (what is installed), WORDS (what is said, from assets/languages) and OUTPUT;
; MESA where FOLDER holds Mesa, and SIGN, a command, where files are signed.
;
;   setup.exe                for the person who runs it, without an administrator's rights
;   setup.exe /AllUsers      for everyone: asks for these rights
;   setup.exe /PATH=1        with the latchkey command in every console (0: without)
;   setup.exe /S             without a window; /S /Downgrade also over a newer version
;   setup.exe /D=C:\Folder   elsewhere; must come last
;
; It ends with 0, or where nothing was changed with 1 (the person went back) or one of
; Windows' codes: 32 Latchkey is open, 740 an administrator must do this, 1638 a newer
; version is there, 1150 this Windows is too old.

Target amd64-unicode
Unicode true
SetCompressor /SOLID lzma
SetDateSave off ; a file's time is when it was installed
ManifestDPIAware true
ManifestLongPathAware true
ManifestSupportedOS Win10
RequestExecutionLevel user
OutFile "${OUTPUT}"
Name "Latchkey"
BrandingText "Latchkey ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow
AutoCloseWindow true ; nobody wants to press Next where there is no choice

!include MUI2.nsh
!include nsDialogs.nsh
!include FileFunc.nsh
!include WordFunc.nsh
!include LogicLib.nsh
!include WinVer.nsh

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Latchkey"
!define PROGRAM "$INSTDIR\Latchkey.exe"
!define COMMAND "$INSTDIR\bin\latchkey.exe"
!define MENU_ENTRY "$SMPROGRAMS\Latchkey.lnk"

Var Installed ; the version that is there already, "" where none is
Var Settings  ; the folder of the person's settings
Var Everyone  ; 1 where this installs, or uninstalls, for everyone

!include ending.nsh
!include close.nsh
!include path.nsh

VIProductVersion "${NUMBERS}.0"
VIFileVersion "${NUMBERS}.0"
VIAddVersionKey /LANG=0 "CompanyName" "Latchkey"
VIAddVersionKey /LANG=0 "FileDescription" "Latchkey Setup"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "LegalCopyright" "${COPYRIGHT}"
VIAddVersionKey /LANG=0 "ProductName" "Latchkey"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"

!ifdef SIGN
	!finalize '${SIGN} "%1"' = 0
	!uninstfinalize '${SIGN} "%1"' = 0
!endif

!define MUI_ICON "${FOLDER}\..\latchkey.ico"
!define MUI_UNICON "${MUI_ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${FOLDER}\..\side.bmp"
; By way of the desktop, so that a program installed for everyone does not run with an
; administrator's rights.
!define MUI_FINISHPAGE_RUN "$WINDIR\explorer.exe"
!define MUI_FINISHPAGE_RUN_PARAMETERS "$\"${MENU_ENTRY}$\""

Page custom ShowChoice LeaveChoice
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
UninstPage custom un.ShowWhatStays un.LeaveWhatStays
!insertmacro MUI_UNPAGE_INSTFILES
!include "${WORDS}"

; FollowScope sets what "everyone" means for the registry, the Start menu and the folders.
!macro FollowScope
	${If} $Everyone = 1
		SetShellVarContext all
	${Else}
		SetShellVarContext current
	${EndIf}
!macroend

; BecomeAdministrator starts this anew with an administrator's rights, where it has none
; and needs them.
!macro BecomeAdministrator PROGRAM ARGUMENTS
	UserInfo::GetAccountType
	Pop $0
	${If} $Everyone = 1
	${AndIf} $0 != "Admin"
		${IfNot} ${Silent}
			ExecShell "runas" "${PROGRAM}" "${ARGUMENTS}"
		${EndIf}
		${End} ${NEEDS_ADMINISTRATOR}
	${EndIf}
!macroend

Function .onInit
	${IfNot} ${AtLeastWin10}
		MessageBox MB_OK|MB_ICONSTOP "$(installer.old_windows)" /SD IDOK
		${End} ${OLD_WINDOWS}
	${EndIf}
	${GetParameters} $R0

	; An installation for everyone is upgraded where it is.
	StrCpy $Everyone 0
	ReadRegStr $0 HKCU "${UNINSTALL}" "InstallLocation"
	ReadRegStr $1 HKLM "${UNINSTALL}" "InstallLocation"
	${GetOptions} $R0 "/AllUsers" $2
	${IfNot} ${Errors}
		StrCpy $Everyone 1
	${ElseIf} $0 == ""
	${AndIf} $1 != ""
		StrCpy $Everyone 1
	${EndIf}
	!insertmacro BecomeAdministrator "$EXEPATH" "$R0 /AllUsers"
	!insertmacro FollowScope

	ReadRegStr $0 SHCTX "${UNINSTALL}" "InstallLocation"
	ReadRegStr $Installed SHCTX "${UNINSTALL}" "DisplayVersion"
	${If} $INSTDIR != "" ; by /D
	${ElseIf} $0 != ""
		StrCpy $INSTDIR $0
	${ElseIf} $Everyone = 1
		StrCpy $INSTDIR "$PROGRAMFILES64\Latchkey"
	${Else}
		StrCpy $INSTDIR "$LocalAppData\Programs\Latchkey"
	${EndIf}
	Call RefuseDowngrade
	Call ChoosePath
FunctionEnd

Function RefuseDowngrade
	${VersionCompare} "$Installed" "${VERSION}" $0
	${GetOptions} $R0 "/Downgrade" $1
	${If} ${Errors}
	${AndIf} $0 = 1
		MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "$(installer.newer)" /SD IDNO IDYES anyway
		${End} ${NEWER_IS_THERE}
	${EndIf}
	anyway:
FunctionEnd

Section "Latchkey" all_of_it
	SectionIn RO
	Call CloseLatchkey
	SetOutPath "$INSTDIR"
	File "${FOLDER}/Latchkey.exe"
	File "${FOLDER}/LICENSE.txt"
	SetOutPath "$INSTDIR\bin"
	File "${FOLDER}/bin/latchkey.exe"
!ifdef MESA
	SetOutPath "$INSTDIR\mesa"
	File "${FOLDER}/mesa/opengl32.dll"
	File "${FOLDER}/mesa/LICENSE.txt"
!else
	!insertmacro RemoveMesa
!endif
	SetOutPath "$INSTDIR" ; where the menu entry's program starts
	CreateShortcut "${MENU_ENTRY}" "${PROGRAM}"
	WriteUninstaller "$INSTDIR\uninstall.exe"

	SectionGetSize ${all_of_it} $0 ; in KB, as Windows wants it
	WriteRegStr SHCTX "${UNINSTALL}" "DisplayName" "Latchkey"
	WriteRegStr SHCTX "${UNINSTALL}" "DisplayVersion" "${VERSION}"
	WriteRegStr SHCTX "${UNINSTALL}" "DisplayIcon" "${PROGRAM}"
	WriteRegStr SHCTX "${UNINSTALL}" "Publisher" "Latchkey"
	WriteRegStr SHCTX "${UNINSTALL}" "URLInfoAbout" "${PROJECT}"
	WriteRegStr SHCTX "${UNINSTALL}" "URLUpdateInfo" "${PROJECT}/releases"
	WriteRegStr SHCTX "${UNINSTALL}" "HelpLink" "${PROJECT}/issues"
	WriteRegStr SHCTX "${UNINSTALL}" "InstallLocation" "$INSTDIR"
	WriteRegStr SHCTX "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
	WriteRegStr SHCTX "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
	WriteRegDWORD SHCTX "${UNINSTALL}" "EstimatedSize" $0
	WriteRegDWORD SHCTX "${UNINSTALL}" "NoModify" 1
	WriteRegDWORD SHCTX "${UNINSTALL}" "NoRepair" 1
SectionEnd

Section /o "-on PATH" on_path
	Call AddToPath
SectionEnd

; Only one of the two does something: this one where the command is not wished for any more.
Section "-not on PATH"
	${IfNot} ${SectionIsSelected} ${on_path}
		Call RemoveFromPath
	${EndIf}
SectionEnd

Var path_box ; ticked: the command is put on PATH

Function ShowChoice
	!insertmacro MUI_HEADER_TEXT "$(installer.title)" "$(installer.subtitle)"
	nsDialogs::Create 1018
	Pop $0
	${NSD_CreateLabel} 0 0 100% 40u "$(installer.program_text)"
	Pop $0
	${NSD_CreateCheckbox} 0 48u 100% 12u "$(installer.path)"
	Pop $path_box
	${If} ${SectionIsSelected} ${on_path}
		${NSD_Check} $path_box
	${EndIf}
	${NSD_CreateLabel} 12u 62u -12u 40u "$(installer.path_text)"
	Pop $0
	GetDlgItem $0 $HWNDPARENT 1
	SendMessage $0 ${WM_SETTEXT} 0 "STR:$(^InstallBtn)"
	nsDialogs::Show
FunctionEnd

Function LeaveChoice
	${NSD_GetState} $path_box $0
	${If} $0 = ${BST_CHECKED}
		!insertmacro SelectSection ${on_path}
	${Else}
		!insertmacro UnselectSection ${on_path}
	${EndIf}
FunctionEnd

; ChoosePath chooses the command where it was asked for, or is there already.
Function ChoosePath
	ReadRegStr $0 SHCTX "${UNINSTALL}" "PathAdded"
	${GetOptions} $R0 "/PATH=" $1
	${If} $1 == "1"
	${OrIf} $0 != ""
	${AndIf} $1 != "0"
		!insertmacro SelectSection ${on_path}
	${EndIf}
FunctionEnd

Function un.onInit
	StrCpy $Everyone 0
	ReadRegStr $0 HKLM "${UNINSTALL}" "InstallLocation"
	${If} $0 == $INSTDIR
		StrCpy $Everyone 1
	${EndIf}
	!insertmacro BecomeAdministrator "$INSTDIR\uninstall.exe" ""
	SetShellVarContext current
	StrCpy $Settings "$AppData\latchkey"
	!insertmacro FollowScope
FunctionEnd

Var remove_box ; ticked: what Latchkey keeps is removed too

Function un.ShowWhatStays
	!insertmacro MUI_HEADER_TEXT "$(installer.stays_title)" "$(installer.stays_subtitle)"
	nsDialogs::Create 1018
	Pop $0
	${NSD_CreateLabel} 0 0 100% 40u "$(installer.stays)"
	Pop $0
	${NSD_CreateCheckbox} 0 48u 100% 12u "$(removeall.button)"
	Pop $remove_box
	${NSD_CreateLabel} 12u 62u -12u 40u "$(removeall.text)"
	Pop $0
	GetDlgItem $0 $HWNDPARENT 1
	SendMessage $0 ${WM_SETTEXT} 0 "STR:$(^UninstallBtn)"
	nsDialogs::Show
FunctionEnd

; The list of what is kept is Latchkey's own, so the program that is about to go removes it.
Function un.LeaveWhatStays
	${NSD_GetState} $remove_box $0
	${If} $0 = ${BST_CHECKED}
		Call un.CloseLatchkey
		nsExec::Exec '"${COMMAND}" saved remove --all --yes'
		Pop $0
		${If} $0 != 0
			MessageBox MB_OK|MB_ICONEXCLAMATION "$(installer.not_removed)"
			Abort
		${EndIf}
	${EndIf}
FunctionEnd

Section "Uninstall"
	Call un.CloseLatchkey
	Call un.RemoveFromPath
	Delete "${MENU_ENTRY}"
	Delete "${PROGRAM}"
	Delete "$INSTDIR\LICENSE.txt"
	Delete "${COMMAND}"
	RMDir "$INSTDIR\bin"
	!insertmacro RemoveMesa
	Delete "$INSTDIR\uninstall.exe"
	SetOutPath "$TEMP" ; a folder that is a program's own cannot be removed
	RMDir "$INSTDIR"
	DeleteRegKey SHCTX "${UNINSTALL}"
SectionEnd
