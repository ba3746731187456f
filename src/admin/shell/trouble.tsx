import { createContext, useContext, useMemo, useState } from '@wordpress/element';
import type { ReactNode } from 'react';
import { handover } from '../data/handover';

interface Trouble {
	/** How many health checks are critical, as far as this page knows. */
	critical: number;
	setCritical: ( count: number ) => void;
}

const TroubleContext = createContext< Trouble >( { critical: 0, setCritical: () => undefined } );

/** What the navigation shows beside "Health": known from the server when the page opens, renewed by that screen. */
export function TroubleProvider( { children }: { children: ReactNode } ) {
	const [ critical, setCritical ] = useState( () => handover().critical ?? 0 );
	const trouble = useMemo( () => ( { critical, setCritical } ), [ critical ] );
	return <TroubleContext.Provider value={ trouble }>{ children }</TroubleContext.Provider>;
}

export function useTrouble(): Trouble {
	return useContext( TroubleContext );
}
