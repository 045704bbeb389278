package wizard

import "latchkey/wizard/partner"

// Partner is where business tokens are got in this world.
func (w World) Partner() partner.Office {
	return partner.Office{Graph: w.Graph, Vault: w.Vault, Now: w.Now}
}
