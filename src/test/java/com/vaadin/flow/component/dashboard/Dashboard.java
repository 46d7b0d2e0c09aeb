package com.vaadin.flow.component.dashboard;

/** Stands in for the commercial part of this name, which is not on our class path, so that the rule against it can bite. */
public class Dashboard {}
