/** Hidden inputs that carry what a visitor wrote on the step before: the page shows the same as text, for a last look. */
import { allIn } from '../../privacy/natives';

/** Names of hidden inputs that say how a form works, or what a shop sells. */
const TECHNICAL = /^_|nonce|token|action|redirect|return|refer|lang|locale|post|page|url|type|key|item|product|currency|business|cmd|amount|status|source|form|method|class|(^|[_-])id$/i;
/** Value that a hidden input can carry from step to step: a word, or a longer number. */
const CARRIED = /\p{L}{3}|\d{4}/u;
/** Texts of the page's own: a title may be the name that a form sends with it. */
export const PAGES_OWN = 'h1,h2,h3,h4,h5,h6,a,button,title,nav,header,footer,label,legend,th,dt';

/** Whether a hidden input carries what a visitor wrote on the step before: its form shows no field, and can be sent. */
export function isCarried( { name, value, form }: HTMLInputElement ): boolean {
	return !! form && CARRIED.test( value ) && ! /[/:{[]/.test( value ) && ! TECHNICAL.test( name ) && ! [ ...allIn( form, 'input,textarea,select' ) ].some( ( field ) => ! /^(hidden|submit|button|image|reset)$/.test( ( field as HTMLInputElement ).type ) );
}
