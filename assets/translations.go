package assets

import (
	"embed"
	"encoding/json"
	"fmt"
	"slices"

	"fyne.io/fyne/v2/lang"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

// Translations holds the words of the interface as
// translations/PART.LANGUAGE.json. Keys begin with their part's name, save in
// the part "fyne", which holds Fyne's own words as its widgets ask for them.
//
//go:embed translations/*.json
var Translations embed.FS

// Languages lists the languages Mejiro speaks, as language tags in the order
// in which settings show them. The first is the one for everybody whose own is
// not among them.
func Languages() []string {
	return []string{"en", "ja", "ko", "fr", "id"}
}

// Speak makes lang.L, lang.N, lang.X and lang.XN answer in a language of
// Languages, or in the desktop's when language is empty, and gives the tag of
// the language it chose. What is on the screen keeps its words until it is made
// anew. Call it on the Fyne goroutine, first before the first window.
//
// Fyne itself follows the desktop only, and reports each word as missing where
// the desktop's language is none of ours. Its lookups are variables, and Fyne's
// own widgets use them as well, so they are set to ask our translations first
// and Fyne's for what is not in them.
func Speak(chosen string) (string, error) {
	bundle, err := load()
	if err != nil {
		return "", err
	}
	if !slices.Contains(Languages(), chosen) {
		chosen = nearest(lang.SystemLocale().LanguageString())
	}
	localizer := i18n.NewLocalizer(bundle, chosen)
	lang.L = func(key string, data ...any) string {
		return answer(localizer, key, nil, data, func() string { return lang.Localize(key, data...) })
	}
	lang.N = func(key string, count int, data ...any) string {
		return answer(localizer, key, count, data, func() string { return lang.LocalizePlural(key, count, data...) })
	}
	lang.X = func(key, fallback string, data ...any) string {
		return answer(localizer, key, nil, data, func() string { return lang.LocalizeKey(key, fallback, data...) })
	}
	lang.XN = func(key, fallback string, count int, data ...any) string {
		return answer(localizer, key, count, data, func() string { return lang.LocalizePluralKey(key, fallback, count, data...) })
	}
	return chosen, nil
}

// answer looks a key up; fyne answers for keys that are not ours.
func answer(localizer *i18n.Localizer, key string, count any, data []any, fyne func() string) string {
	config := &i18n.LocalizeConfig{MessageID: key, PluralCount: count}
	if len(data) > 0 {
		config.TemplateData = data[0]
	}
	text, err := localizer.Localize(config)
	if text == "" && err != nil {
		return fyne()
	}
	return text
}

// load reads all translations.
func load() (*i18n.Bundle, error) {
	bundle := i18n.NewBundle(language.English)
	bundle.RegisterUnmarshalFunc("json", json.Unmarshal)
	files, err := Translations.ReadDir("translations")
	if err != nil {
		return nil, fmt.Errorf("list translations: %w", err)
	}
	for _, file := range files {
		if _, err := bundle.LoadMessageFileFS(Translations, "translations/"+file.Name()); err != nil {
			return nil, fmt.Errorf("read translations: %w", err)
		}
	}
	return bundle, nil
}

// nearest gives the language of ours that suits a reader of locale best.
func nearest(locale string) string {
	var tags []language.Tag
	for _, l := range Languages() {
		tags = append(tags, language.MustParse(l))
	}
	_, index, confidence := language.NewMatcher(tags).Match(language.Make(locale))
	if confidence == language.No {
		index = 0
	}
	return Languages()[index]
}
