package assets_test

import (
	"testing"

	"mejiro/assets"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/image/font/sfnt"
)

func TestFontsHoldWhatIsWrittenInMisskey(t *testing.T) {
	const everywhere = "Aa0 ÀéçœŒñ ếựỡẵ Ωλ Жя ひらカタ漢字 𠮷髙﨑叱 一丁七 ①㈱㍿㋿ ﾊﾝｶｸＡ１ 안녕하세요" +
		"“”‘’…—–‼⁉ €¥₩£¢ →←↑↓⇒ ■□▲▽●○◎★☆♪♫♥ ─│┌┐└┘█▀ ×÷±≠≤≥∞√ 「」『』【】、。・ー〜～"
	fonts := map[string]struct {
		content []byte
		text    string
	}{
		"regular":    {assets.FontRegular(), everywhere + "뷁똠햏"},
		"bold":       {assets.FontBold(), everywhere + "뷁똠햏"},
		"monospaced": {assets.FontMono(), everywhere},
	}
	const everyday = "Aa0 Àéçœ Ωλ Жя ひらカタ漢字 亜腕 안녕하세요 “”‘’…—– €¥£ →←↑↓ ★☆ 「」。、・ー〜"
	for name, content := range map[string][]byte{
		"oblique": assets.FontOblique(), "bold oblique": assets.FontBoldOblique(), "serif": assets.FontSerif(),
	} {
		fonts[name] = struct {
			content []byte
			text    string
		}{content, everyday}
	}
	const latin = "The quick brown fox, 0123456789. Àéç “”‘’…—– €£"
	for name, content := range map[string][]byte{
		"cursive": assets.FontCursive(), "fantasy": assets.FontFantasy(), "mathematical": assets.FontMath(),
	} {
		fonts[name] = struct {
			content []byte
			text    string
		}{content, latin}
	}
	for name, f := range fonts {
		font, err := sfnt.Parse(f.content)
		require.NoError(t, err, name)
		for _, r := range f.text {
			glyph, err := font.GlyphIndex(nil, r)
			require.NoError(t, err)
			assert.NotZero(t, glyph, "the %s font lacks %c", name, r)
		}
	}
}

func TestAKanjiIsAsWideAsTwoLettersOfCode(t *testing.T) {
	font, err := sfnt.Parse(assets.FontMono())
	require.NoError(t, err)
	assert.Equal(t, advance(t, font, '漢'), 2*advance(t, font, 'x'))
	assert.Equal(t, advance(t, font, 'i'), advance(t, font, 'W'))
}

func advance(t *testing.T, font *sfnt.Font, r rune) int {
	t.Helper()
	glyph, err := font.GlyphIndex(nil, r)
	require.NoError(t, err)
	width, err := font.GlyphAdvance(nil, glyph, 1000<<6, 0)
	require.NoError(t, err)
	return width.Round()
}
