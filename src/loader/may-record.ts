import type { FrontConfig } from '../contracts/generated/front-config';

/** What the decision looks at. A parameter, so that each reason can be tested alone. */
export interface PageFacts {
	/** Whether the page stands inside another page. */
	framed: boolean;
	/** `navigator.webdriver`: the browser is driven by a program. */
	driven: boolean;
	userAgent: string;
}

/** Programs that say what they are; CUBOT makes phones. A program that lies is the server's matter. */
const BOT = /(?:^|[^u]|[^c]u)bot|crawl|spider|slurp|headless|lighthouse|preview|facebookexternalhit|pingdom|gtmetrix/i;

/**
 * The one place that decides whether a visit may be recorded. Fails closed.
 *
 * @param config What the page's config tag held, or null when there was none or it was broken.
 * @param facts  What is known of this page and browser.
 */
export function mayRecord( config: FrontConfig | null, facts: PageFacts ): config is FrontConfig {
	return (
		!! config &&
		config.v === 1 &&
		!! config.door &&
		!! config.key &&
		!! config.recorder &&
		!! config.consent &&
		! facts.framed &&
		! facts.driven &&
		! BOT.test( facts.userAgent )
	);
}
