package setup

import "slices"

// Picture is what will be seen at Meta, with what is to be pressed marked by the
// number of its instruction. Its words are below "picture".
type Picture string

// The pictures.
const (
	PicturePortfolios        Picture = "portfolios"
	PictureCreatePortfolio   Picture = "create_portfolio"
	PictureAppDetails        Picture = "app_details"
	PictureUseCase           Picture = "use_case"
	PictureAppPortfolio      Picture = "app_portfolio"
	PictureCreateApp         Picture = "create_app"
	PictureNumbers           Picture = "numbers"
	PictureNumberName        Picture = "number_name"
	PictureNumberEntered     Picture = "number_entered"
	PictureNumberCode        Picture = "number_code"
	PictureSystemUsers       Picture = "system_users"
	PicturePolicy            Picture = "policy"
	PictureCreateSystemUser  Picture = "create_system_user"
	PictureAssign            Picture = "assign"
	PictureAssignApp         Picture = "assign_app"
	PictureAssignAccount     Picture = "assign_account"
	PictureAssignNumber      Picture = "assign_number"
	PictureAssignMessaging   Picture = "assign_messaging"
	PictureAddAssets         Picture = "add_assets"
	PictureAddApp            Picture = "add_app"
	PictureAddAccount        Picture = "add_account"
	PictureGenerate          Picture = "generate"
	PictureSelectApp         Picture = "select_app"
	PictureSetExpiration     Picture = "set_expiration"
	PictureAssignPermissions Picture = "assign_permissions"
	PictureGenerateToken     Picture = "generate_token"
	PictureTokenShown        Picture = "token_shown"
)

var (
	systemUserPictures  = []Picture{PictureSystemUsers, PicturePolicy, PictureCreateSystemUser}
	assetPictures       = []Picture{PictureAssign, PictureAssignApp, PictureAssignAccount}
	splitAssetPictures  = []Picture{PictureAssign, PictureAssignApp, PictureAssignNumber, PictureAssignMessaging}
	assetPicturesBefore = []Picture{PictureAddAssets, PictureAddApp, PictureAddAccount}
	tokenPictures       = []Picture{PictureGenerate, PictureSelectApp, PictureSetExpiration, PictureAssignPermissions, PictureTokenShown}
	tokenPicturesBefore = []Picture{PictureGenerate, PictureGenerateToken, PictureTokenShown}
)

// AllPictures lists all pictures, in the order in which they are met.
func AllPictures() []Picture {
	var all []Picture
	for _, shown := range [][]Picture{
		makePortfolio.Pictures, makeApp.Pictures, makeNumber.Pictures, systemUserPictures, assetPictures, splitAssetPictures, assetPicturesBefore, tokenPictures, tokenPicturesBefore,
	} {
		for _, picture := range shown {
			if !slices.Contains(all, picture) {
				all = append(all, picture)
			}
		}
	}
	return all
}
