package look_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"image"
	"image/color"
	"io/fs"
	"strconv"
	"testing"

	"mejiro/assets"
	"mejiro/widgets/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestEveryIconNameHasItsDrawing(t *testing.T) {
	var named []string
	for _, value := range stringConstants(t, "icons.go") {
		named = append(named, "icons/"+value+".svg")
	}
	drawn, err := fs.Glob(assets.Icons, "icons/*.svg")
	require.NoError(t, err)
	assert.ElementsMatch(t, drawn, named)
}

func TestIconsTakeTheColourTheyAreAskedFor(t *testing.T) {
	app := test.NewTempApp(t)
	for _, variant := range []look.Variant{look.Light, look.Dark} {
		app.Settings().SetTheme(look.New(variant))
		for _, name := range stringConstants(t, "icons.go") {
			for _, want := range []fyne.ThemeColorName{look.ColorText, look.ColorRenote} {
				picture := draw(look.IconIn(look.IconName(name), want))
				ink, pixels := strongest(picture)
				assert.Equal(t, look.Color(want), ink, "%s in %s", name, want)
				assert.GreaterOrEqual(t, pixels, 10, "%s shows hardly anything", name)
			}
		}
	}
}

// draw gives an icon's pixels at 48 by 48.
func draw(icon fyne.Resource) image.Image {
	img := canvas.NewImageFromResource(icon)
	img.Resize(fyne.NewSquareSize(24))
	return img.Image
}

// strongest gives the colour of the pixels wholly covered, and their number.
func strongest(picture image.Image) (ink color.NRGBA, pixels int) {
	for y := range picture.Bounds().Dy() {
		for x := range picture.Bounds().Dx() {
			if c := color.NRGBAModel.Convert(picture.At(x, y)).(color.NRGBA); c.A == 0xff {
				ink = c
				pixels++
			}
		}
	}
	return ink, pixels
}

// stringConstants gives the values of all string literals in the constants of
// a file of this package.
func stringConstants(t *testing.T, file string) []string {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	require.NoError(t, err)
	var values []string
	for _, declaration := range parsed.Decls {
		group, ok := declaration.(*ast.GenDecl)
		if !ok || group.Tok != token.CONST {
			continue
		}
		for _, spec := range group.Specs {
			for _, value := range spec.(*ast.ValueSpec).Values {
				if literal, ok := value.(*ast.BasicLit); ok {
					text, err := strconv.Unquote(literal.Value)
					require.NoError(t, err)
					values = append(values, text)
				}
			}
		}
	}
	require.NotEmpty(t, values)
	return values
}
