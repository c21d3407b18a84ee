package misskeytest

// packMe is the whole own profile of u, as i tells it to an app.
func (s *Server) packMe(u *user, native bool) object {
	o := s.packDetailed(u, u)
	unread := s.unreadNews(u)
	count := u.unreadNotifications()
	add(o, object{
		"twoFactorEnabled": false, "usePasswordLessLogin": false, "securityKeys": false,
		"avatarId": nil, "bannerId": nil, "followedMessage": nil, "isModerator": false, "isAdmin": false,
		"injectFeaturedNote": true, "receiveAnnouncementEmail": true, "alwaysMarkNsfw": false, "autoSensitive": false,
		"carefulBot": false, "autoAcceptFollowed": true, "noCrawle": false, "preventAiLearning": true,
		"isExplorable": true, "isDeleted": false, "twoFactorBackupCodesStock": "none", "hideOnlineStatus": false,
		"hasUnreadSpecifiedNotes": false, "hasUnreadMentions": false, "hasUnreadChatMessages": false,
		"hasUnreadAnnouncement": len(unread) > 0, "unreadAnnouncements": unread,
		"hasUnreadAntenna": false, "hasUnreadChannel": false, "hasUnreadNotification": count > 0,
		"hasPendingReceivedFollowRequest": len(u.requested) > 0, "unreadNotificationsCount": count,
		"postingLang": nil, "viewingLangs": []string{}, "showMediaInAllLanguages": true,
		"showHashtagsInAllLanguages": true, "mutedWords": []any{}, "mutedInstances": []string{},
		"mutingNotificationTypes": []string{}, "notificationRecieveConfig": object{},
		"emailNotificationTypes": []string{"follow", "receiveFollowRequest"},
		"achievements":           []object{{"name": "notes1", "unlockedAt": u.createdAt.UnixMilli()}},
		"loggedInDays":           1, "policies": s.policies(),
	})
	if u.Avatar != "" {
		o["avatarId"] = idAt(u.createdAt.UnixMilli())
	}
	if u.Banner != "" {
		o["bannerId"] = idAt(u.createdAt.UnixMilli())
	}
	if native {
		add(o, object{"email": nil, "emailVerified": false, "securityKeysList": []object{}})
	}
	return o
}

// policies are what everybody's roles allow.
func (s *Server) policies() object {
	return object{
		"gtlAvailable": true, "ltlAvailable": true, "canPublicNote": true, "canScheduleNote": true,
		"scheduleNoteLimit": 10, "scheduleNoteMaxDays": 365, "canInitiateConversation": true,
		"canCreateContent": true, "canUpdateContent": true, "canDeleteContent": true, "canPurgeAccount": true,
		"canUpdateAvatar": true, "canUpdateBanner": true, "mentionLimit": mentionLimit, "canInvite": false,
		"inviteLimit": 0, "inviteLimitCycle": 10080, "inviteExpirationTime": 0, "canManageCustomEmojis": false,
		"canManageAvatarDecorations": false, "canSearchNotes": true, "canSearchUsers": true,
		"canUseTranslator": true, "canUseDriveFileInSoundSettings": false, "canUseReaction": true,
		"canHideAds": false, "driveCapacityMb": s.opt.DriveCapacity >> 20, "maxFileSizeMb": s.policyFileSize() >> 20,
		"alwaysMarkNsfw": false, "skipNsfwDetection": false, "canUpdateBioMedia": true, "pinLimit": 5,
		"antennaLimit": 5, "antennaNotesLimit": 200, "wordMuteLimit": 200, "webhookLimit": 3, "clipLimit": 10,
		"noteEachClipsLimit": 200, "userListLimit": 10, "userEachUserListsLimit": 50, "rateLimitFactor": 0,
		"avatarDecorationLimit": 1, "mutualLinkSectionLimit": 1, "mutualLinkLimit": 3, "canImportAntennas": true,
		"canImportBlocking": true, "canImportFollowing": true, "canImportMuting": true, "canImportUserLists": true,
		"chatAvailability": "available", "uploadableFileTypes": uploadable(), "noteDraftLimit": 10,
		"watermarkAvailable": true,
	}
}
