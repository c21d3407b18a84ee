package misskeytest

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"

	"mejiro/api/misskey"
)

// emoji is a custom emoji of this server.
type emoji struct {
	id        string
	Name      string
	Aliases   []string
	Category  string // "" for none
	Sensitive bool
	LocalOnly bool
	drawing   string
}

// AddEmoji adds a custom emoji, drawn like the existing emoji look, and tells
// everybody.
func (s *Server) AddEmoji(name, category, look string, aliases ...string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	e := s.newEmoji(&emoji{Name: name, Category: category, Aliases: aliases, drawing: "emoji/" + look})
	s.toAll("emojiAdded", object{"emoji": s.packEmojiDetailed(e)})
}

// DeleteEmoji takes a custom emoji away and tells everybody.
func (s *Server) DeleteEmoji(name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	e := s.emojiBy[name]
	if e == nil {
		return
	}
	delete(s.emojiBy, name)
	s.emojis = deleteItem(s.emojis, e)
	s.toAll("emojiDeleted", object{"emojis": []object{s.packEmojiDetailed(e)}})
}

func (s *Server) newEmoji(e *emoji) *emoji {
	e.id = s.ids.next(s.now())
	s.emojis = append(s.emojis, e)
	s.emojiBy[e.Name] = e
	return e
}

func (s *Server) listEmojis() object {
	packed := []object{}
	for _, e := range s.emojis {
		o := object{"aliases": texts(e.Aliases), "name": e.Name, "category": nullable(e.Category), "url": s.emojiURL(e)}
		if e.Sensitive {
			o["isSensitive"] = true
		}
		if e.LocalOnly {
			o["localOnly"] = true
		}
		packed = append(packed, o)
	}
	return object{"emojis": packed}
}

func (s *Server) packEmojiDetailed(e *emoji) object {
	return object{
		"id": e.id, "aliases": texts(e.Aliases), "name": e.Name, "category": nullable(e.Category), "host": nil,
		"url": s.emojiURL(e), "license": "MIT", "isSensitive": e.Sensitive, "localOnly": e.LocalOnly,
		"roleIdsThatCanBeUsedThisEmojiAsReaction": []string{}, "roleIdsThatCanNotBeUsedThisEmojiAsReaction": []string{},
	}
}

func (c *call) showEmoji() (any, error) {
	e := c.emojiBy[c.str("name")]
	if e == nil {
		return nil, internalError(`Could not find any entity of type "MiEmoji" matching: {"name": "`+c.str("name")+`"}`,
			"EntityNotFoundError")
	}
	return c.packEmojiDetailed(e), nil
}

func (s *Server) emojiURL(e *emoji) string {
	if e == nil {
		return ""
	}
	return s.drawingURL(e.drawing)
}

var emojiCode = regexp.MustCompile(`:([a-z0-9_+-]+):`)

// emojisIn maps the custom emoji in texts of a remote user to their pictures.
// Made-up servers have the same emoji as this one.
func (s *Server) emojisIn(texts ...*string) object {
	found := object{}
	for _, t := range texts {
		if t == nil {
			continue
		}
		for _, m := range emojiCode.FindAllStringSubmatch(*t, -1) {
			if e := s.emojiBy[m[1]]; e != nil {
				found[m[1]] = s.emojiURL(e)
			}
		}
	}
	return found
}

// remoteEmojis maps the remote reactions of a note to their pictures.
func (s *Server) remoteEmojis(n *note) object {
	found := object{}
	for _, r := range n.reactions {
		bare := strings.Trim(r.name, ":")
		name, host, remote := strings.Cut(bare, "@")
		if remote && host != "." {
			found[bare] = s.emojiURL(s.emojiBy[name])
		}
	}
	return found
}

// serveEmoji redirects the universal address of an emoji to its picture.
func (s *Server) serveEmoji(w http.ResponseWriter, r *http.Request) {
	name, isPicture := strings.CutSuffix(r.PathValue("file"), ".webp")
	name, _, _ = strings.Cut(name, "@")
	s.mu.Lock()
	e := s.emojiBy[name]
	s.mu.Unlock()
	if e == nil || !isPicture {
		http.NotFound(w, r)
		return
	}
	query := url.Values{"url": {s.emojiURL(e)}, "emoji": {"1"}}
	if r.URL.Query().Has("static") {
		query.Set("static", "1")
	}
	http.Redirect(w, r, s.URL+"/proxy/emoji.webp?"+query.Encode(), http.StatusMovedPermanently)
}

// Emojis are the server's custom emoji.
func (s *Server) Emojis() []misskey.Emoji {
	s.mu.Lock()
	defer s.mu.Unlock()
	return decoded[struct{ Emojis []misskey.Emoji }](s.listEmojis()).Emojis
}

// texts is a list that is [] and not null when empty.
func texts(list []string) []string { return append([]string{}, list...) }
