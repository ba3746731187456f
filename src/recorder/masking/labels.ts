export interface Labels {
	/** The labels of a field, as its own `labels` has them. */
	of: ( field: Element ) => Element[];
	/** Call when the page may have changed. */
	forget: () => void;
}

/**
 * Finds the labels of fields by one look at all labels of a document or shadow root: a field's own
 * list makes the browser go through the whole page, for every field again.
 */
export function createLabels(): Labels {
	let known = new Map<Node, Map<Element, Element[]>>();

	const read = ( root: Node ): Map<Element, Element[]> => {
		const found = new Map<Element, Element[]>();
		for ( const label of ( root as ParentNode & Node ).querySelectorAll( 'label' ) ) {
			if ( label.control ) {
				found.set( label.control, [ ...( found.get( label.control ) ?? [] ), label ] );
			}
		}
		known.set( root, found );
		return found;
	};

	const of = ( field: Element ): Element[] => {
		const root = field.getRootNode();
		const own = ( known.get( root ) ?? read( root ) ).get( field ) ?? [];
		// A label around a component, or of it, is one of the field inside.
		const host = ( root as ShadowRoot ).host;
		const around = host?.closest( 'label' );
		return host ? [ ...own, ...of( host ), ...( around ? [ around ] : [] ) ] : own;
	};

	return {
		of,
		forget() {
			known = new Map();
		},
	};
}
