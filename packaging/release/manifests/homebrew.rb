cask "latchkey" do
  version "@VERSION@"
  sha256 "@SHA256@"

  url "@PROJECT@/releases/download/v#{version}/latchkey_#{version}_macos_universal.dmg"
  name "Latchkey"
  desc "Sets up, checks and keeps a permanent WhatsApp access token"
  homepage "@PROJECT@"

  depends_on macos: ">= :monterey"

  app "Latchkey.app"
  binary "#{appdir}/Latchkey.app/Contents/MacOS/latchkey"

  zap trash: [
    "~/Library/Application Support/latchkey",
    "~/Library/Preferences/fyne/app.latchkey.Latchkey",
  ]

  caveats "Uninstalling leaves the tokens in the keychain. To remove them first: latchkey saved remove --all"
end
