package miauth

// Permissions are what a client for people needs, in Misskey's order: all but
// those of moderators, of federation and of what servers since 13 no longer
// have (messaging, user groups). A server drops the names it does not know
// without a word, so a token may grant less; there is no way to ask.
func Permissions() []string {
	return []string{
		"read:account", "write:account",
		"read:blocks", "write:blocks",
		"read:drive", "write:drive",
		"read:favorites", "write:favorites",
		"read:following", "write:following",
		"read:mutes", "write:mutes",
		"write:notes",
		"read:notifications", "write:notifications",
		"read:reactions", "write:reactions",
		"write:votes",
		"read:pages", "write:pages", "read:page-likes", "write:page-likes",
		"read:channels", "write:channels",
		"read:gallery", "write:gallery", "read:gallery-likes", "write:gallery-likes",
		"read:flash", "write:flash", "read:flash-likes", "write:flash-likes",
		"read:invite-codes", "write:invite-codes",
		"read:clip-favorite", "write:clip-favorite",
		"write:report-abuse",
		"read:chat", "write:chat",
	}
}
