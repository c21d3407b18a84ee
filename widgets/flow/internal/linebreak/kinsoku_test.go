package linebreak

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
)

// opportunities breaks text at every opportunity there is that is not weak.
func opportunities(text string) []string {
	var parts []string
	var b Breaker
	part := ""
	b.Break([]rune(text), func(runes []rune, weak bool) {
		part += string(runes)
		if !weak {
			parts, part = append(parts, part), ""
		}
	})
	return parts
}

func TestNoLineStartsWithTheseCharacters(t *testing.T) {
	for _, r := range "、。，．・：；？！‼⁇゛゜ヽヾゝゞ々ー’”）〕］｝〉》」』】〟｠»" +
		"ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ…‥｡｣､･ｰｯｬｭｮ℃％‰!?,.:;)]}〜" {
		for _, before := range []string{"漢", "あ", "ア", "a", "한"} {
			for _, part := range opportunities(before + string(r) + "字")[1:] {
				first, _ := utf8.DecodeRuneInString(part)
				assert.NotEqualf(t, string(r), string(first), "%q begins a line after %q", r, before)
			}
		}
	}
}

func TestNoLineEndsWithTheseCharacters(t *testing.T) {
	for _, r := range "‘“（〔［｛〈《「『【｟〝«｢([{￥＄£" {
		for _, after := range []string{"漢", "あ", "1"} {
			parts := opportunities("字" + string(r) + after + "字")
			for _, part := range parts {
				last, _ := utf8.DecodeLastRuneInString(part)
				assert.NotEqualf(t, string(r), string(last), "%q ends a line before %q", r, after)
			}
		}
	}
}

func TestBreakOpportunities(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"日本語の本文です。", "日|本|語|の|本|文|で|す。"},
		{"「引用」、と言った。", "「引|用」、|と|言っ|た。"},
		{"Fyneは速い", "Fyne|は|速|い"},
		{"hello world", "hello |world"},
		{"サーバー", "サー|バー"},
		{"ちょっと", "ちょっ|と"},
		{"１００％です", "１|０|０％|で|す"},
		{"100%です", "100%|で|す"},
		{"3,000円", "3,000|円"},
		{"a\u00a0b c", "a\u00a0b |c"},
		{"a\u200bb", "a\u200b|b"},
		{"안녕하세요 세계", "안녕하세요 |세계"},
		{"Misskey는 漢字도 3개", "Misskey는 |漢|字도 |3개"},
		{"한국어(Korean)도, 됩니다!", "한국어|(Korean)|도, |됩니다!"},
		{"한글🎉한글", "한글|🎉|한글"},
		{"ㅋㅋㅋㅋ 한글", "ㅋㅋㅋㅋ |한글"},
		{"ABC（注）です", "ABC|（注）|で|す"},
		{"f(x)です", "f(x)|で|す"},
		{"　字下げ", "　|字|下|げ"},
		{"一\n二", "一\n|二"},
		{"https://example.com/a/b?c=d", "https://|example.com/|a/|b?|c=d"},
		{"👩‍👩‍👧‍👦🇯🇵🇩🇪", "👩‍👩‍👧‍👦|🇯🇵|🇩🇪"},
	} {
		assert.Equal(t, c.want, strings.Join(opportunities(c.text), "|"))
	}
}
