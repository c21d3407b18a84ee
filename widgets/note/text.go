package note

import (
	"strings"

	"fyne.io/fyne/v2/lang"

	parser "mejiro/api/mfm"
	"mejiro/api/misskey"
	"mejiro/widgets/flow"
	"mejiro/widgets/mfm"
)

// options are what all MFM of one author has in common.
func (e *Env) options(authorHost string, emojis misskey.EmojiMap, style flow.Style) mfm.Options {
	return mfm.Options{
		Switches: e.MFM, Now: e.Now, Follow: e.follower(), Style: style, Server: e.Server, AuthorHost: authorHost, Me: e.Username,
		Emoji:  func(name string) string { return e.Emoji(name, authorHost, emojis) },
		Aspect: e.Aspect, Highlighter: e.Highlighter,
	}
}

// follower is what texts of the account have in common as well. It is nil where
// nothing is followed.
func (e *Env) follower() mfm.Follower {
	if e.Follow == nil {
		return nil
	}
	return follower{e}
}

type follower struct{ env *Env }

// Follow implements mfm.Follower.
func (f follower) Follow(target string) { f.env.Follow(target) }

// text is MFM of a note, of which at most limit bytes are read.
func (e *Env) text(s string, n misskey.Note, style flow.Style, limit int) []flow.Run {
	o := e.options(n.User.Host, n.Emojis, style)
	o.Nyaize, o.Sourced = n.User.IsCat, e.Selection != nil
	return mfm.Runs(parser.Parse(cut(s, limit)), o)
}

// Text is the text of a note as its opened card shows it.
func (e *Env) Text(n misskey.Note) []flow.Run { return e.text(n.Body(), n, flow.Style{}, maxText) }

// plain is MFM of the simple kind, in one line.
func (e *Env) plain(s, authorHost string, emojis misskey.EmojiMap, style flow.Style) []flow.Run {
	o := e.options(authorHost, emojis, style)
	o.OneLine, o.Sourced = true, e.Selection != nil
	return mfm.Runs(parser.ParseSimple(cut(s, maxName)), o)
}

// name is a user's display name.
func (e *Env) name(u misskey.User, style flow.Style) []flow.Run {
	return e.plain(u.DisplayName(), u.Host, u.Emojis, style)
}

// Summary is the beginning of a note in one paragraph, small and faint.
func (e *Env) Summary(n misskey.Note) []flow.Run { return e.summary(n, faint()) }

// summary is the beginning of a note in one paragraph, without links and
// without what a content warning hides; what else it holds stands in brackets
// behind.
func (e *Env) summary(n misskey.Note, style flow.Style) []flow.Run {
	s := n.Body()
	if n.CW != nil {
		s = *n.CW
	}
	if n.IsHidden {
		return []flow.Run{{Text: lang.L("note.hidden"), Style: style}}
	}
	o := e.options(n.User.Host, n.Emojis, style)
	o.OneLine, o.Unlinked, o.Nyaize, o.Sourced = true, true, n.User.IsCat, e.Selection != nil
	runs := mfm.Runs(parser.Parse(strings.TrimSpace(cut(s, maxFolded))), o)
	parts := holds(n)
	if n.CW != nil {
		parts = hides(n)
	}
	if mark := listed(parts); mark != "" {
		runs = append(runs, flow.Run{Text: mark, Style: style})
	}
	return runs
}

// holds names what a note holds besides words.
func holds(n misskey.Note) []string {
	var parts []string
	if files := fileCount(n); files > 0 {
		parts = append(parts, lang.N("note.cw.files", files, number(int64(files))))
	}
	if n.Poll != nil {
		parts = append(parts, lang.L("note.cw.poll"))
	}
	return parts
}

// listed sets parts in brackets; no parts are "".
func listed(parts []string) string {
	if len(parts) == 0 {
		return ""
	}
	return lang.L("note.cw.list", map[string]any{"Parts": strings.Join(parts, lang.L("note.cw.separator"))})
}

// fileCount is how many files a note has, also where they are not at hand.
func fileCount(n misskey.Note) int { return max(len(n.Files), len(n.FileIDs)) }
