package misskeytest

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

var (
	mentionForm = regexp.MustCompile(`(?:^|[^\w@/])@([\w-]+)(?:@([\w.:-]+))?`)
	hashtagForm = regexp.MustCompile(`(?:^|\s)#([^\s.,!?'"#:/\[\]【】()「」（）<>]+)`)
)

// mentionsIn are the known users that texts mention, each once.
func (s *Server) mentionsIn(texts ...*string) []*user {
	var users []*user
	for _, t := range texts {
		if t == nil {
			continue
		}
		for _, m := range mentionForm.FindAllStringSubmatch(*t, -1) {
			acct := m[1]
			if m[2] != "" {
				acct += "@" + m[2]
			}
			if u := s.find(acct); u != nil && !slices.Contains(users, u) {
				users = append(users, u)
			}
		}
	}
	return users
}

// tagsIn are the hashtags of texts in lower case, each once, at most 32.
func tagsIn(texts ...*string) []string {
	var tags []string
	for _, t := range texts {
		if t == nil {
			continue
		}
		for _, m := range hashtagForm.FindAllStringSubmatch(*t, -1) {
			tag := strings.ToLower(m[1])
			if len(tags) < 32 && utf8.RuneCountInString(tag) <= 128 && !slices.Contains(tags, tag) {
				tags = append(tags, tag)
			}
		}
	}
	return tags
}
