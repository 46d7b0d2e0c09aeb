/** A stand-in for a commercial package. */
@NullMarked
package com.vaadin.flow.component.dashboard;

import org.jspecify.annotations.NullMarked;
