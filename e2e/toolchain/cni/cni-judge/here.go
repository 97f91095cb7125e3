package main

import "regexp"

// Messages of plugins that took their configuration and then missed something on this machine.
var missing = regexp.MustCompile(`^(?:failed to open netns ` +
	`|(?:cmdAdd failed: |error calling DHCP.Allocate: )?failed to Statfs ` +
	`|error dialing DHCP daemon: ` +
	`|failed to connect to ovsdb error: ` +
	`|Link not found` +
	`|failed to find plugin ` +
	`|failed to lookup master ` +
	`|no default route interface found` +
	`|failed to create bridge .*: (?:operation not supported|file exists)$` +
	`|could not initialize iptables protocol ` +
	`|dial unix /var/run/dbus/` +
	`|failed to (?:create|rename) (?:macvlan|ipvlan|vlan)` +
	`|no such file or directory$` +
	`|.*: (?:read-only file system|not a directory)$` +
	`|invalid argument$` +
	`|(?:write|open) /proc/sys/` +
	`)`)

// placed tells what a machine lacks from what a definition gets wrong.
func placed(v verdict) verdict {
	if missing.MatchString(v.Message) {
		v.Message, v.Details, v.Here = "", "", v.Message
	}
	return v
}
