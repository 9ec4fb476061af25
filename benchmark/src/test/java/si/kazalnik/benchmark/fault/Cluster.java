package si.kazalnik.benchmark.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import si.kazalnik.benchmark.load.CatalogueGenerator;
import si.kazalnik.benchmark.oracle.Book;
import si.kazalnik.benchmark.run.Chronicle;
import si.kazalnik.benchmark.run.Mail;
import si.kazalnik.benchmark.run.Product;

/**
 * Broker, database, mail server and the three services, each a process, and a link between each
 * service and whatever it needs.
 */
final class Cluster implements Product {
  private static final int BROKER_MEGABYTES = 500;
  private static final int MAIL_MEGABYTES = 64;

  private final Path folder;
  private final Path catalogue;
  private final Path addresses;
  private final Keys keys;
  private final Child broker;
  private final Child mail;
  private final Database database;
  private final Map<Part, Instance> first = new EnumMap<>(Part.class);
  private final Map<Part, Instance> second = new EnumMap<>(Part.class);
  private final Map<Part, Link> toBroker = new EnumMap<>(Part.class);
  private final Map<Part, Link> toDatabase = new EnumMap<>(Part.class);
  private final Link clientsToBroker;
  private final Link clientsToIngestion;
  private final Map<String, Link> toMail = new TreeMap<>();
  private final List<String> brokerCommand;
  private final int mailPort = Ports.next();
  private final Chronicle chronicle = new Chronicle();
  private final @Nullable SmallDisk disk;
  private final Thread hook = new Thread(this::end, "end-of-cluster");
  private volatile Instant now;

  /**
   * A cluster that is not started yet.
   *
   * @param smallDisk whether the indicator service's state lies on a disk that can be full, where
   *     there can be one
   */
  Cluster(Path folder, Path catalogue, Instant clock, Path mongod, boolean smallDisk)
      throws IOException {
    this.folder = folder;
    this.catalogue = catalogue;
    this.now = clock;
    this.keys = Keys.in(folder, Book.read(catalogue).providers());
    this.addresses =
        Files.writeString(
            folder.resolve("addresses.yaml"),
            CatalogueGenerator.OWNERS.stream()
                .map(each -> each + ": [" + addressOf(each) + "]\n")
                .collect(Collectors.joining()));
    this.broker = new Child("broker", folder.resolve("broker.log"));
    this.mail = new Child("mail-server", folder.resolve("mail-server.log"));
    this.database = new Database(mongod, folder);
    List<String> ports =
        new ArrayList<>(
            List.of(folder.resolve("broker").toString(), Integer.toString(Ports.next())));
    for (Part part : Part.all()) {
      first.put(part, new Instance(this, part, 1));
      second.put(part, new Instance(this, part, 2));
      toBroker.put(part, brokerLink(part.text(), ports));
      toDatabase.put(part, new Link(part.text() + " to database", Ports.next(), database.port()));
    }
    this.clientsToBroker = brokerLink("clients", ports);
    this.clientsToIngestion =
        new Link("clients to ingestion", Ports.next(), first(Part.INGESTION).port());
    for (Instance each : List.of(first(Part.NOTIFICATION), second(Part.NOTIFICATION))) {
      toMail.put(each.name(), new Link(each.name() + " to mail server", Ports.next(), mailPort));
    }
    this.brokerCommand = Child.java(BROKER_MEGABYTES, Broker.class, ports);
    this.disk = smallDisk ? SmallDisk.at(first(Part.INDICATOR).state()) : null;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** The broker sends clients back to the link by which they came. */
  private static Link brokerLink(String client, List<String> ports) {
    Link link = new Link(client + " to broker", Ports.next(), Ports.next());
    ports.add(Integer.toString(link.target()));
    ports.add(Integer.toString(link.port()));
    return link;
  }

  /** Nothing of it is left where that fails. */
  void start() throws IOException {
    try {
      startBroker();
      database.start();
      startMail();
      startServices();
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Ends the services in order, as an operator does: all at the same time. */
  void stopServices() throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(first.size());
    try {
      List<Future<?>> stopping = new ArrayList<>();
      for (Instance each : first.values()) {
        stopping.add(
            threads.submit(
                () -> {
                  each.stop();
                  return null;
                }));
      }
      for (Future<?> each : stopping) {
        each.get();
      }
    } finally {
      threads.shutdown();
    }
  }

  void startServices() throws IOException {
    for (Instance each : first.values()) {
      each.start();
    }
  }

  /** Where the broker keeps everything. */
  Path brokerData() {
    return folder.resolve("broker");
  }

  void startBroker() throws IOException {
    broker.start(brokerCommand);
  }

  void startMail() throws IOException {
    mail.start(
        Child.java(
            MAIL_MEGABYTES,
            MailServer.class,
            List.of(folder.resolve("mails").toString(), Integer.toString(mailPort))));
  }

  Child broker() {
    return broker;
  }

  Child mail() {
    return mail;
  }

  Database database() {
    return database;
  }

  /** Null where there can be none. */
  @Nullable SmallDisk disk() {
    return disk;
  }

  Chronicle chronicle() {
    return chronicle;
  }

  Path folder() {
    return folder;
  }

  Path catalogue() {
    return catalogue;
  }

  Path addresses() {
    return addresses;
  }

  Keys keys() {
    return keys;
  }

  Instant now() {
    return now;
  }

  Instance first(Part part) {
    return of(first, part);
  }

  Instance second(Part part) {
    return of(second, part);
  }

  Link toBroker(Part part) {
    return of(toBroker, part);
  }

  Link toDatabase(Part part) {
    return of(toDatabase, part);
  }

  /** Of that instance of the notification service: what comes by it, it has sent. */
  Link toMail(String instance) {
    return of(toMail, instance);
  }

  List<Link> links() {
    List<Link> links = new ArrayList<>(toBroker.values());
    links.addAll(toDatabase.values());
    links.addAll(toMail.values());
    links.addAll(List.of(clientsToBroker, clientsToIngestion));
    return links;
  }

  /** Those by which somebody always says something. */
  List<Link> busyLinks() {
    List<Link> busy = new ArrayList<>(toBroker.values());
    busy.addAll(toDatabase.values());
    busy.add(clientsToBroker);
    return busy;
  }

  private static <K, T> T of(Map<K, T> map, K part) {
    T found = map.get(part);
    if (found == null) {
      throw new IllegalStateException("no " + part);
    }
    return found;
  }

  @Override
  public int port(int base) {
    if (base == Part.INGESTION.port()) {
      return clientsToIngestion.port();
    }
    for (Part part : Part.all()) {
      if (base == part.port()) {
        return first(part).port();
      }
      if (base == part.port() + 1_000) {
        return first(part).management();
      }
    }
    throw new IllegalArgumentException("nothing listens on " + base);
  }

  @Override
  public List<Integer> clocks() {
    return Stream.concat(first.values().stream(), second.values().stream())
        .filter(Instance::runs)
        .map(Instance::management)
        .toList();
  }

  @Override
  public void clockMoves(Instant to) {
    now = to;
  }

  @Override
  public String kafka() {
    return "127.0.0.1:" + clientsToBroker.port();
  }

  @Override
  public String keyOf(String provider) {
    return keys.of(provider);
  }

  @Override
  public String operatorKey() {
    return keys.operator();
  }

  @Override
  public String addressOf(String role) {
    return role + "@example.si";
  }

  MailJournal journal() {
    return new MailJournal(folder.resolve("mails"));
  }

  @Override
  public List<Mail> mails() throws IOException {
    return deliveries().mails();
  }

  Deliveries deliveries() throws IOException {
    return new Deliveries(journal().read(), journal().sources(), toMail, chronicle);
  }

  @Override
  public long refusedNotices() {
    return new Outbox(database).refusedNotices();
  }

  @Override
  public void mustLive() {
    broker.mustLive();
    mail.mustLive();
    database.mustLive();
    first.values().forEach(Instance::mustLive);
    second.values().forEach(Instance::mustLive);
  }

  @Override
  public void close() {
    end();
    database.close();
    links().forEach(Link::close);
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException underWay) {
      // The whole run is being ended, and what there was to do is done.
    }
  }

  /** Kills what runs; also what stands still, for SIGKILL asks nobody. May come at any time. */
  private void end() {
    Stream.of(second.values(), first.values()).flatMap(Collection::stream).forEach(Instance::end);
    broker.end();
    mail.end();
    database.end();
    if (disk != null) {
      disk.close();
    }
  }
}
