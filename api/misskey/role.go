package misskey

// Role is a role of the server. Color is "#rrggbb" or "".
type Role struct {
	ID              RoleID `json:"id"`
	Name            string `json:"name"`
	Description     string `json:"description"`
	Color           string `json:"color"`
	IconURL         string `json:"iconUrl"`
	DisplayOrder    int    `json:"displayOrder"`
	IsModerator     bool   `json:"isModerator"`
	IsAdministrator bool   `json:"isAdministrator"`
	// IsPublic, IsExplorable and UsersCount are told by roles/* alone.
	IsPublic     bool `json:"isPublic"`
	IsExplorable bool `json:"isExplorable"`
	UsersCount   int  `json:"usersCount"`
}

// RoleUser is a user who has a role, of roles/users.
type RoleUser struct {
	ID   string       `json:"id"`
	User UserDetailed `json:"user"`
}

// BadgeRole is a role shown beside a name.
type BadgeRole struct {
	Name         string `json:"name"`
	IconURL      string `json:"iconUrl"`
	DisplayOrder int    `json:"displayOrder"`
}
