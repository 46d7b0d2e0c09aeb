package app.latchkey.sync.plan;

import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.sync.CardState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which tag is to be given to whom, and which of ours is to be taken back: from the cards in Nexudus, from what Salto shows, and from what we gave.
 * A tag has one owner at a time, and one that we did not give is nobody's to take.
 */
public final class Tags {

    /** A card in Nexudus, of somebody whom Salto has. A suspended customer keeps what he has, and gets nothing. */
    public record Card(String number, CustomerId customer, PlatformUserId user, String name, boolean active) {}

    /** Somebody in Salto. */
    public record Holder(PlatformUserId user, String name, Optional<String> tag, boolean isPrivileged) {}

    /** A tag that we gave, or were about to give. */
    public record Ours(String number, PlatformUserId user, CustomerId customer, String name, boolean confirmed) {}

    /**
     * What is to be done.
     *
     * @param give cards that nobody has, and cards that are free once ours are taken
     * @param take tags of ours that nothing in Nexudus names any more; whether that is so Nexudus is to be asked first
     * @param confirmed tags that turned out to be given
     * @param gone tags that we gave and somebody took since
     */
    public record Plan(
            Map<Card, State> states, List<Card> give, List<Ours> take, List<Ours> confirmed, List<Ours> gone) {}

    public record State(CardState state, String detail) {
        static State of(CardState state) {
            return new State(state, "");
        }
    }

    private final List<Card> cards;
    private final Map<PlatformUserId, Holder> holders;
    private final Map<String, Ours> ours;
    private final Map<String, Set<PlatformUserId>> wanted;
    private final Map<Card, State> states = new HashMap<>();
    private final List<Card> give = new ArrayList<>();

    private Tags(List<Card> cards, List<Holder> holders, List<Ours> ours) {
        this.cards = cards;
        this.holders = holders.stream().collect(Collectors.toMap(Holder::user, holder -> holder, Tags::either));
        this.ours = ours.stream().collect(Collectors.toMap(Ours::number, one -> one));
        this.wanted = cards.stream()
                .collect(Collectors.groupingBy(Card::number, Collectors.mapping(Card::user, Collectors.toSet())));
    }

    /** One person may be two users of a site; a person has one tag. */
    private static Holder either(Holder one, Holder other) {
        return one.tag().isPresent() ? one : other;
    }

    /** @param cards in the order of their customers, and of each customer's list */
    public static Plan plan(List<Card> cards, List<Holder> holders, List<Ours> ours) {
        return new Tags(cards, holders, ours).plan();
    }

    private Plan plan() {
        Set<PlatformUserId> served = new HashSet<>();
        cards.stream()
                .filter(card -> tagOf(card.user()).filter(card.number()::equals).isPresent())
                .forEach(card -> {
                    states.put(card, State.of(CardState.IN_SALTO));
                    served.add(card.user());
                });
        for (Card card : cards) {
            if (card.active() && !states.containsKey(card) && holders.containsKey(card.user())) {
                states.put(card, served.contains(card.user()) ? State.of(CardState.SECOND_CARD) : next(card, served));
            }
        }
        List<Ours> there = ours.values().stream().filter(this::isThere).toList();
        return new Plan(
                Map.copyOf(states),
                List.copyOf(give),
                there.stream().filter(one -> !isWanted(one)).toList(),
                there.stream().filter(one -> !one.confirmed()).toList(),
                ours.values().stream()
                        .filter(one -> one.confirmed() && !isThere(one))
                        .toList());
    }

    private State next(Card card, Set<PlatformUserId> served) {
        State state = state(card);
        if (state.state() == CardState.ON_ITS_WAY || state.state() == CardState.BEING_MOVED) {
            served.add(card.user());
            give.add(card);
        }
        return state;
    }

    private State state(Card card) {
        Optional<String> other = tagOf(card.user());
        if (other.isPresent() && !isOurs(other.get(), card.user())) {
            return new State(CardState.ANOTHER_TAG, other.get());
        }
        if (wanted.getOrDefault(card.number(), Set.of()).size() > 1) {
            return State.of(CardState.WANTED_TWICE);
        }
        return holders.values().stream()
                .filter(holder -> holder.tag().filter(card.number()::equals).isPresent())
                .findFirst()
                .map(this::heldBy)
                .orElseGet(() -> State.of(other.isPresent() ? CardState.BEING_MOVED : CardState.ON_ITS_WAY));
    }

    private State heldBy(Holder holder) {
        String tag = holder.tag().orElseThrow();
        if (isOurs(tag, holder.user())) {
            return new State(CardState.BEING_MOVED, holder.name());
        }
        return new State(
                holder.isPrivileged() ? CardState.HELD_BY_ADMINISTRATOR : CardState.HELD_BY_ANOTHER, holder.name());
    }

    private Optional<String> tagOf(PlatformUserId user) {
        return Optional.ofNullable(holders.get(user)).flatMap(Holder::tag);
    }

    private boolean isOurs(String number, PlatformUserId user) {
        Ours one = ours.get(number);
        return one != null && one.user().equals(user);
    }

    private boolean isThere(Ours one) {
        return tagOf(one.user()).filter(one.number()::equals).isPresent();
    }

    private boolean isWanted(Ours one) {
        return wanted.getOrDefault(one.number(), Set.of()).contains(one.user());
    }
}
