package app.latchkey.packaged;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import sandbox.nexudus.Nexudus;
import sandbox.world.PreparedWorld;

/** People of Harbour House with a contract on one office: regulars who keep it, and others who sign and end theirs turn by turn. */
final class Crowd {

    private static final int COMERS = 8;
    private static final int REGULARS = 14;
    private static final String OFFICE = "Office 12";

    private final HarbourAtRest house;
    private final Nexudus nexudus;
    private final List<String> regulars;
    private final List<String> comers;
    private final Map<String, Long> contracts = new HashMap<>();

    private Crowd(HarbourAtRest house) {
        this.house = house;
        this.nexudus = house.partners().nexudus();
        this.regulars = people("regular", REGULARS);
        this.comers = people("comer", COMERS);
    }

    /** All of them with a contract. */
    static Crowd in(HarbourAtRest house) {
        Crowd crowd = new Crowd(house);
        crowd.regulars.forEach(crowd::signs);
        crowd.comers.forEach(crowd::signs);
        return crowd;
    }

    private List<String> people(String name, int number) {
        long location = nexudus.location(PreparedWorld.HARBOUR_HOUSE);
        List<String> people = IntStream.range(0, number)
                .mapToObj(one -> name + one + "@crowd.example")
                .toList();
        people.forEach(email -> nexudus.addCustomer(location, email, email));
        return people;
    }

    /** Those who come and go sign a contract if they have none, and end it if they have one; then the whole space is due. */
    void turn() {
        house.partners().resetJournal();
        comers.forEach(email -> {
            if (contracts.containsKey(email)) {
                nexudus.endContract(
                        contracts.remove(email), house.partners().clock().instant());
            } else {
                signs(email);
            }
        });
        house.makeDue();
    }

    /** What came of the turn, once all that is due has been served. */
    Trial judge(boolean midway, Duration toRight) {
        RealTime.until(this::isSettled);
        Deeds deeds = Deeds.atSalto(house.partners()).inGroup(house.harbour().group(OFFICE));
        return new Trial(midway, toRight, deeds.count(), COMERS, deeds.doubled(), wrong());
    }

    boolean isSettled() {
        return isRight() && house.isServed();
    }

    private void signs(String email) {
        contracts.put(
                email,
                nexudus.signContract(
                        nexudus.customer(email),
                        List.of(nexudus.desk(OFFICE)),
                        house.partners().clock().instant().minus(Duration.ofDays(1))));
    }

    boolean isRight() {
        return wrong().isEmpty();
    }

    /** Who is out although entitled or in by hand, and who is in without a reason. */
    List<String> wrong() {
        List<String> wrong = new ArrayList<>();
        Stream.of(regulars, List.of(PreparedWorld.DULCE, PreparedWorld.ELIF, PreparedWorld.BENGT))
                .flatMap(List::stream)
                .filter(email -> !isIn(email))
                .forEach(email -> wrong.add(email + " is out"));
        comers.stream()
                .filter(email -> isIn(email) != contracts.containsKey(email))
                .forEach(email -> wrong.add(email + (isIn(email) ? " is in" : " is out")));
        return wrong;
    }

    private boolean isIn(String email) {
        return house.harbour().isIn(email, OFFICE);
    }
}
