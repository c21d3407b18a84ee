package assets_test

import (
	"encoding/json"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
	"text/template"

	"mejiro/assets"

	"fyne.io/fyne/v2/lang"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// message is one translated key: plain words, or words per plural form.
type message struct {
	plain string
	forms map[string]string
}

func (m *message) UnmarshalJSON(data []byte) error {
	if json.Unmarshal(data, &m.plain) == nil {
		return nil
	}
	return json.Unmarshal(data, &m.forms)
}

// texts gives all wordings of a message.
func (m message) texts() []string {
	if m.forms == nil {
		return []string{m.plain}
	}
	var all []string
	for _, text := range m.forms {
		all = append(all, text)
	}
	return all
}

// translations reads all files, by part and language.
func translations(t *testing.T) map[string]map[string]map[string]message {
	t.Helper()
	paths, err := fs.Glob(assets.Translations, "translations/*.json")
	require.NoError(t, err)
	parts := map[string]map[string]map[string]message{}
	for _, path := range paths {
		name := strings.Split(strings.TrimPrefix(path, "translations/"), ".")
		require.Len(t, name, 3, "%s is not named PART.LANGUAGE.json", path)
		require.Contains(t, assets.Languages(), name[1], path)
		content, err := fs.ReadFile(assets.Translations, path)
		require.NoError(t, err)
		var messages map[string]message
		require.NoError(t, json.Unmarshal(content, &messages), path)
		if parts[name[0]] == nil {
			parts[name[0]] = map[string]map[string]message{}
		}
		parts[name[0]][name[1]] = messages
	}
	return parts
}

func TestEveryLanguageSaysEverything(t *testing.T) {
	for part, languages := range translations(t) {
		for _, l := range assets.Languages() {
			if !assert.Contains(t, languages, l, "%s is not translated", part) {
				continue
			}
			for key := range languages["en"] {
				assert.Contains(t, languages[l], key, "%s.%s.json", part, l)
			}
			for key, m := range languages[l] {
				assert.Contains(t, languages["en"], key, "%s.%s.json has a key that English lacks", part, l)
				if part != "fyne" {
					assert.True(t, strings.HasPrefix(key, part+"."), "%s in %s.%s.json", key, part, l)
				}
				for _, text := range m.texts() {
					assert.NotEmpty(t, text, "%s in %s", key, l)
				}
			}
		}
	}
}

func TestPluralsSuitTheLanguage(t *testing.T) {
	forms := map[string][]string{
		"en": {"one", "other"}, "fr": {"one", "other"},
		"ja": {"other"}, "ko": {"other"}, "id": {"other"},
	}
	for _, languages := range translations(t) {
		for l, messages := range languages {
			for key, m := range messages {
				english := languages["en"][key]
				assert.Equal(t, english.forms != nil, m.forms != nil, "%s is plural in one of en and %s only", key, l)
				if m.forms == nil {
					continue
				}
				var got []string
				for form := range m.forms {
					got = append(got, form)
				}
				assert.ElementsMatch(t, forms[l], got, "plural forms of %s in %s", key, l)
			}
		}
	}
}

func TestTranslationsNameTheSameFields(t *testing.T) {
	for _, languages := range translations(t) {
		for l, messages := range languages {
			for key, m := range messages {
				want := fields(t, languages["en"][key].texts()[0])
				for _, text := range m.texts() {
					assert.Equal(t, want, fields(t, text), "%s in %s", key, l)
				}
			}
		}
	}
}

var field = regexp.MustCompile(`\{\{\s*\.(\w+)\s*\}\}`)

// fields gives the names between the braces of a text, sorted, each once.
func fields(t *testing.T, text string) []string {
	t.Helper()
	_, err := template.New("").Parse(text)
	require.NoError(t, err, text)
	names := []string{}
	for _, match := range field.FindAllStringSubmatch(text, -1) {
		names = append(names, match[1])
	}
	assert.NotContains(t, field.ReplaceAllString(text, ""), "{{", "only {{.Field}} may stand between braces")
	slices.Sort(names)
	return slices.Compact(names)
}

func TestSpeakChoosesTheLanguage(t *testing.T) {
	quit := map[string]string{"en": "Quit", "ja": "終了", "ko": "종료", "fr": "Quitter", "id": "Keluar"}
	require.Len(t, quit, len(assets.Languages()))
	for _, l := range assets.Languages() {
		spoken, err := assets.Speak(l)
		require.NoError(t, err)
		assert.Equal(t, l, spoken)
		assert.Equal(t, quit[l], lang.L("Quit"))
		assert.Equal(t, quit[l], lang.X("Quit", "unused"))
		assert.Equal(t, "no such word", lang.L("no such word"))
		assert.Equal(t, "fallback 3", lang.X("no such key", "fallback {{.N}}", map[string]any{"N": 3}))
	}
}

func TestSpeakFollowsTheDesktop(t *testing.T) {
	for locale, want := range map[string]string{
		"ja_JP.UTF-8": "ja", "ko_KR.UTF-8": "ko", "fr_CA.UTF-8": "fr", "id_ID": "id", "en_GB.UTF-8": "en",
		"de_DE.UTF-8": "en", "zh_TW.UTF-8": "en", "ar_EG.UTF-8": "en", "C.UTF-8": "en", "POSIX": "en",
	} {
		t.Setenv("LC_ALL", locale)
		t.Setenv("LANGUAGE", "")
		for _, chosen := range []string{"", "auto", "xx"} {
			spoken, err := assets.Speak(chosen)
			require.NoError(t, err)
			assert.Equal(t, want, spoken, locale)
		}
	}
}

func BenchmarkWord(b *testing.B) {
	_, err := assets.Speak("ja")
	require.NoError(b, err)
	for b.Loop() {
		lang.L("Quit")
	}
}
