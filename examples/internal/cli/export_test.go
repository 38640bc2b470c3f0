package cli

// OnTerminal makes p write as on a terminal, with the next step.
func (p *Progress) OnTerminal() { p.terminal, p.next = true, p.begun }
