package misskeytest

import (
	"net/url"
	"strings"
	"time"
)

// packUser is what every note tells of its author.
func (s *Server) packUser(u *user) object {
	o := object{
		"id": u.id, "name": nullable(u.Name), "username": u.username, "host": nullable(u.host),
		"avatarUrl": s.avatarURL(u), "avatarBlurhash": nil, "avatarDecorations": []object{},
		"isBot": u.IsBot, "isCat": u.IsCat, "emojis": object{},
		"onlineStatus": s.onlineStatus(u), "badgeRoles": []object{},
	}
	if u.Avatar != "" {
		o["avatarBlurhash"] = s.pictures.blurhash(u.Avatar)
	}
	if u.Badge != "" {
		o["badgeRoles"] = []object{{"name": u.Badge, "iconUrl": s.drawingURL("icon/badge"), "displayOrder": 1}}
	}
	if !u.local() {
		o["emojis"] = s.emojisIn(&u.Name)
		o["instance"] = s.packInstance(u.host)
	}
	return o
}

func (s *Server) packInstance(host string) object {
	return object{
		"name": instanceName(host), "softwareName": "misskey", "softwareVersion": "2025.11.1",
		"iconUrl": s.drawingURL("icon/" + host), "faviconUrl": s.drawingURL("icon/" + host),
		"themeColor": instanceColor(host),
	}
}

func (s *Server) avatarURL(u *user) string {
	if u.Avatar == "" {
		host := u.host
		if host == "" {
			host = s.host
		}
		return s.URL + "/identicon/" + u.username + "@" + host
	}
	return s.URL + "/proxy/avatar/" + url.QueryEscape(s.drawingURL(u.Avatar)) + "?avatar=1"
}

func (s *Server) onlineStatus(u *user) string {
	switch idle := s.now().Sub(u.activeAt); {
	case !u.local():
		return "unknown"
	case s.online(u) || idle < 10*time.Minute:
		return "online"
	case idle < 72*time.Hour:
		return "active"
	}
	return "offline"
}

// packDetailed is a whole profile as viewer, nil for somebody unknown, sees it.
func (s *Server) packDetailed(u, viewer *user) object {
	o := s.packUser(u)
	add(o, object{
		"url": nil, "uri": nil, "movedTo": nil, "alsoKnownAs": nil, "createdAt": stamp(u.createdAt),
		"updatedAt": nil, "lastFetchedAt": nil, "bannerUrl": nil, "bannerBlurhash": nil,
		"isLocked": u.IsLocked, "isSilenced": false, "isLimited": false, "isSuspended": false,
		"description": nullable(u.Description), "location": nullable(u.Location), "birthday": nullable(u.Birthday),
		"lang": nullable(u.Language), "fields": packFields(u), "verifiedLinks": []string{}, "mutualLinkSections": []object{},
		"followersCount": len(u.followers), "followingCount": len(u.following), "notesCount": u.notesCount,
		"pinnedNoteIds": pinnedIDs(u), "pinnedNotes": s.packNotes(u.pinned, viewer),
		"pinnedPageId": nil, "pinnedPage": nil, "publicReactions": true,
		"followersVisibility": "public", "followingVisibility": "public",
		"chatScope": "mutual", "canChat": false, "roles": s.packRoles(u), "memo": nil,
	})
	if u.updatedAt != nil {
		o["updatedAt"] = stamp(*u.updatedAt)
	}
	if u.Banner != "" {
		o["bannerUrl"], o["bannerBlurhash"] = s.drawingURL(u.Banner), s.pictures.blurhash(u.Banner)
	}
	if !u.local() {
		o["url"], o["uri"] = "https://"+u.host+"/@"+u.username, "https://"+u.host+"/users/"+string(u.id)
		o["lastFetchedAt"] = stamp(u.createdAt)
	}
	if viewer != nil && viewer != u {
		packRelation(o, u, viewer)
	}
	return o
}

// packRelation adds how viewer and u stand to each other.
func packRelation(o object, u, viewer *user) {
	mine := viewer.following[u]
	add(o, object{
		"isFollowing": mine != nil, "isFollowed": u.following[viewer] != nil,
		"hasPendingFollowRequestFromYou": u.requested[viewer] != nil,
		"hasPendingFollowRequestToYou":   viewer.requested[u] != nil,
		"isBlocking":                     viewer.blocking[u], "isBlocked": u.blocking[viewer],
		"isMuted": viewer.muting[u], "isRenoteMuted": false,
		"notify": "none", "withReplies": mine != nil && mine.withReplies,
	})
	if mine != nil {
		o["followedMessage"] = nil
		if mine.notify {
			o["notify"] = "normal"
		}
	}
}

func (s *Server) packRoles(u *user) []object {
	if u.Badge == "" {
		return []object{}
	}
	return []object{{
		"id": idAt(u.createdAt.UnixMilli()), "name": u.Badge, "color": "#5a8f3c", "iconUrl": s.drawingURL("icon/badge"),
		"description": u.Badge, "isModerator": false, "isAdministrator": false, "displayOrder": 1,
	}}
}

func packFields(u *user) []object {
	fields := []object{}
	for _, f := range u.Fields {
		fields = append(fields, object{"name": f.Name, "value": f.Value})
	}
	return fields
}

func pinnedIDs(u *user) []any {
	ids := []any{}
	for _, n := range u.pinned {
		ids = append(ids, n.id)
	}
	return ids
}

// add puts the keys of more into o.
func add(o, more object) {
	for k, v := range more {
		o[k] = v
	}
}

// instanceName names the made-up servers that remote people live on.
func instanceName(host string) string {
	name, _, _ := strings.Cut(host, ".")
	return strings.ToUpper(name[:1]) + name[1:]
}

// instanceColor is a made-up server's theme colour.
func instanceColor(host string) string {
	palette := []string{"#3f7fb5", "#b5573f", "#7a4fb0", "#2f8f7f", "#b08a2f"}
	sum := 0
	for _, b := range []byte(host) {
		sum += int(b)
	}
	return palette[sum%len(palette)]
}
