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
		Style: style, Server: e.Server, AuthorHost: authorHost, Me: e.Username,
		Emoji:  func(name string) string { return e.Emoji(name, authorHost, emojis) },
		Aspect: e.Aspect,
	}
}

// text is MFM of a note.
func (e *Env) text(s string, n misskey.Note, style flow.Style) []flow.Run {
	return mfm.Runs(parser.Parse(s), e.options(n.User.Host, n.Emojis, style))
}

// plain is MFM of the simple kind, in one line.
func (e *Env) plain(s, authorHost string, emojis misskey.EmojiMap, style flow.Style) []flow.Run {
	o := e.options(authorHost, emojis, style)
	o.OneLine = true
	return mfm.Runs(parser.ParseSimple(s), o)
}

// name is a user's display name.
func (e *Env) name(u misskey.User, style flow.Style) []flow.Run {
	return e.plain(u.DisplayName(), u.Host, u.Emojis, style)
}

// acct names a user as the reader's server does.
func (e *Env) acct(u misskey.User) string { return u.Acct() }

// summary is the beginning of a note in one paragraph, without what a content
// warning hides.
func (e *Env) summary(n misskey.Note, style flow.Style) []flow.Run {
	s := n.Body()
	if n.CW != nil {
		s = *n.CW
	}
	o := e.options(n.User.Host, n.Emojis, style)
	o.OneLine = true
	runs := mfm.Runs(parser.Parse(s), o)
	for i := range runs {
		runs[i].Link = nil
	}
	if files := len(n.FileIDs); files > 0 {
		runs = append(runs, flow.Run{Text: " " + lang.N("note.fileMark", files, number(int64(files))), Style: style})
	}
	return runs
}

// Reaction is the picture of a reaction as counts are keyed by it.
func (e *Env) Reaction(key string, emojis misskey.EmojiMap, size float32) flow.Run {
	style := flow.Style{Size: size}
	if !strings.HasPrefix(key, ":") {
		return flow.Run{Text: key, Style: style,
			Emoji: &flow.Emoji{URL: mfm.TwemojiURL(e.Server, key), Aspect: 1, Fallback: key}}
	}
	name, host, _ := strings.Cut(strings.Trim(key, ":"), "@")
	if host == "." {
		host = ""
	}
	url := ""
	if host == "" {
		url = e.Emoji(name, "", nil)
	} else if url = emojis[name+"@"+host]; url == "" {
		url = e.Server + "/emoji/" + name + "@" + host + ".webp"
	}
	picture := &flow.Emoji{URL: url, Scale: 1.5, Middle: true, Fallback: ":" + name + ":"}
	if e.Aspect != nil {
		picture.Aspect = e.Aspect(url)
	}
	return flow.Run{Text: ":" + name + ":", Style: style, Emoji: picture}
}

// canReact reports whether the reader can react with what others used:
// anything Unicode and what their own server has.
func (e *Env) canReact(n misskey.Note, key string) bool {
	if key == n.MyReaction {
		return true
	}
	if n.Acceptance == misskey.AcceptLikeOnly {
		return false
	}
	if !strings.HasPrefix(key, ":") {
		return true
	}
	name, host, _ := strings.Cut(strings.Trim(key, ":"), "@")
	return (host == "" || host == ".") && e.Emoji(name, "", nil) != ""
}

// Summary is the beginning of a note in one paragraph, small and faint.
func (e *Env) Summary(n misskey.Note) []flow.Run { return e.summary(n, faint()) }
