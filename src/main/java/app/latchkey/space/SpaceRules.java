package app.latchkey.space;

import app.latchkey.shared.ItemId;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Set;

/**
 * The rules of a space that its operator chooses.
 *
 * @param before how long before a booking its doors open
 * @param after how long after a booking its doors stay open
 * @param cutOff when a business day begins, in the space's zone
 * @param shrinking rooms whose time around a booking gives way to a neighbour's; elsewhere the two may overlap
 * @param teams whether the team of whoever holds a contract has what it earns
 * @param sharedPasses whether a pass lets in the whole team of whoever bought it, where the team shares its passes
 * @param visitors whether visitors of a booking who are customers themselves come in with it
 * @param bridge how long a pass outlives its plan's period while the renewal is on its way; nothing is off
 * @param overdue whether and when an unpaid invoice closes doors
 * @param idleDays after how many days without anything due a Salto user of ours gives the seat back; 0 is never
 * @param rails how much may change at once without somebody's yes
 */
public record SpaceRules(
        Duration before,
        Duration after,
        LocalTime cutOff,
        Set<ItemId> shrinking,
        boolean teams,
        boolean sharedPasses,
        boolean visitors,
        Duration bridge,
        OverdueSetting overdue,
        int idleDays,
        RailSettings rails) {

    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Duration LONGEST_BRIDGE = Duration.ofDays(7);
    private static final int LONGEST_IDLE = 365;
    private static final int IDLE_DAYS = 30;

    /** With everything else as it is by default. */
    public SpaceRules(Duration before, Duration after, LocalTime cutOff) {
        this(
                before,
                after,
                cutOff,
                Set.of(),
                false,
                false,
                false,
                Duration.ZERO,
                OverdueSetting.off(),
                IDLE_DAYS,
                RailSettings.defaults());
    }

    public SpaceRules {
        shrinking = Set.copyOf(shrinking);
        Objects.requireNonNull(overdue, "overdue");
        Objects.requireNonNull(rails, "rails");
        requireReasonable(before);
        requireReasonable(after);
        if (bridge.isNegative() || bridge.compareTo(LONGEST_BRIDGE) > 0) {
            throw new IllegalArgumentException("A bridge is between nothing and 7 days: " + bridge);
        }
        if (idleDays < 0 || idleDays > LONGEST_IDLE) {
            throw new IllegalArgumentException("An idle seat is freed after 1 to 365 days, or never: " + idleDays);
        }
    }

    public static SpaceRules defaults() {
        return new SpaceRules(Duration.ofMinutes(15), Duration.ofMinutes(15), LocalTime.MIDNIGHT);
    }

    public SpaceRules around(Duration opens, Duration closes) {
        return new SpaceRules(
                opens, closes, cutOff, shrinking, teams, sharedPasses, visitors, bridge, overdue, idleDays, rails);
    }

    public SpaceRules cutOffAt(LocalTime time) {
        return new SpaceRules(
                before, after, time, shrinking, teams, sharedPasses, visitors, bridge, overdue, idleDays, rails);
    }

    public SpaceRules shrinkingAt(Set<ItemId> rooms) {
        return new SpaceRules(
                before, after, cutOff, rooms, teams, sharedPasses, visitors, bridge, overdue, idleDays, rails);
    }

    public SpaceRules withTeams(boolean on) {
        return new SpaceRules(
                before, after, cutOff, shrinking, on, sharedPasses, visitors, bridge, overdue, idleDays, rails);
    }

    public SpaceRules withSharedPasses(boolean on) {
        return new SpaceRules(before, after, cutOff, shrinking, teams, on, visitors, bridge, overdue, idleDays, rails);
    }

    public SpaceRules withVisitors(boolean on) {
        return new SpaceRules(
                before, after, cutOff, shrinking, teams, sharedPasses, on, bridge, overdue, idleDays, rails);
    }

    public SpaceRules bridging(Duration time) {
        return new SpaceRules(
                before, after, cutOff, shrinking, teams, sharedPasses, visitors, time, overdue, idleDays, rails);
    }

    public SpaceRules overdue(OverdueSetting setting) {
        return new SpaceRules(
                before, after, cutOff, shrinking, teams, sharedPasses, visitors, bridge, setting, idleDays, rails);
    }

    public SpaceRules idleAfter(int days) {
        return new SpaceRules(
                before, after, cutOff, shrinking, teams, sharedPasses, visitors, bridge, overdue, days, rails);
    }

    public SpaceRules railedBy(RailSettings limits) {
        return new SpaceRules(
                before, after, cutOff, shrinking, teams, sharedPasses, visitors, bridge, overdue, idleDays, limits);
    }

    /** Whether who belongs to which team decides about anything. */
    public boolean looksAtTeams() {
        return teams || sharedPasses;
    }

    /** Whether what customers owe decides about anything. */
    public boolean looksAtInvoices() {
        return overdue.on() || bridge.isPositive();
    }

    private static void requireReasonable(Duration margin) {
        if (margin.isNegative() || margin.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("The time around a booking is between nothing and 24 hours: " + margin);
        }
    }
}
