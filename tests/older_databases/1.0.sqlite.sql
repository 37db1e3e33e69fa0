-- Made by: python -m tests.older_databases.make RELEASE 1.0
BEGIN TRANSACTION;
CREATE TABLE "articles_article" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "published_at" datetime NOT NULL, "byline" varchar(100) NOT NULL, "next_review_on" date NULL, "topic_id" bigint NOT NULL REFERENCES "articles_topic" ("id") DEFERRABLE INITIALLY DEFERRED);
INSERT INTO "articles_article" VALUES(1,'2026-01-27 15:00:00','Integrated Health Solutions','2027-11-27',3);
INSERT INTO "articles_article" VALUES(2,'2026-09-22 14:00:00','Integrated Health Solutions','2027-11-27',5);
INSERT INTO "articles_article" VALUES(3,'2022-06-18 14:00:00','Integrated Health Solutions','2027-11-27',1);
INSERT INTO "articles_article" VALUES(4,'2025-02-11 15:00:00','Integrated Health Solutions','2027-11-27',2);
INSERT INTO "articles_article" VALUES(5,'2025-09-16 14:00:00','Integrated Health Solutions','2027-11-27',3);
INSERT INTO "articles_article" VALUES(6,'2025-05-20 14:00:00','Integrated Health Solutions','2027-11-27',2);
INSERT INTO "articles_article" VALUES(7,'2026-05-12 14:00:00','Integrated Health Solutions','2027-11-27',4);
CREATE TABLE "articles_articlepicture" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "place" smallint unsigned NOT NULL CHECK ("place" >= 0), "article_id" bigint NOT NULL REFERENCES "articles_article" ("id") DEFERRABLE INITIALLY DEFERRED, "picture_id" bigint NOT NULL REFERENCES "articles_picture" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "article_shows_a_picture_once" UNIQUE ("article_id", "picture_id"), CONSTRAINT "article_picture_place_is_known" CHECK ("place" <= 20));
CREATE TABLE "articles_articletext" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "language" varchar(10) NOT NULL, "slug" varchar(120) NOT NULL, "title" varchar(120) NOT NULL, "summary" varchar(250) NOT NULL, "body" text NOT NULL, "emergency_signs" text NOT NULL, "urgent_signs" text NOT NULL, "visit_signs" text NOT NULL, "state" varchar(10) NOT NULL, "reviewed_by" varchar(100) NOT NULL, "reviewed_on" date NULL, "unreviewed_because" varchar(250) NOT NULL, "version" integer unsigned NOT NULL CHECK ("version" >= 0), "changed_at" datetime NOT NULL, "source_version" integer unsigned NULL CHECK ("source_version" >= 0), "reviewed_version" integer unsigned NULL CHECK ("reviewed_version" >= 0), "indexed_title" text NOT NULL, "indexed_top" text NOT NULL, "indexed_text" text NOT NULL, "article_id" bigint NOT NULL REFERENCES "articles_article" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_text_per_article_and_language" UNIQUE ("article_id", "language"), CONSTRAINT "one_text_per_language_and_slug" UNIQUE ("language", "slug"), CONSTRAINT "text_and_its_state" UNIQUE ("article_id", "language", "state"), CONSTRAINT "article_text_state_is_known" CHECK ("state" IN ('draft', 'published')), CONSTRAINT "review_has_person_day_and_version" CHECK ((("reviewed_by" = '' AND "reviewed_on" IS NULL AND "reviewed_version" IS NULL) OR (NOT ("reviewed_by" = '') AND "reviewed_on" IS NOT NULL AND "reviewed_version" IS NOT NULL))), CONSTRAINT "published_text_is_reviewed_or_says_why_not" CHECK ((NOT ("state" = 'published') OR NOT ("reviewed_by" = '') OR NOT ("unreviewed_because" = ''))), CONSTRAINT "translations_and_only_they_have_a_source_version" CHECK ((("language" = 'en' AND "source_version" IS NULL) OR (NOT ("language" = 'en') AND "source_version" IS NOT NULL))));
INSERT INTO "articles_articletext" VALUES(1,'en','headaches-that-start-in-the-neck','Headaches That Start in the Neck','Some headaches begin in the joints and muscles of the neck. Learn the usual signs, and which headaches are an emergency.','<p>Head pain does not always start in the head. Sometimes the problem is in the neck, and the pain spreads upward. This is called a neck-related headache (cervicogenic headache).</p>
<h2>What is it?</h2>
<p>Nerves from the upper neck and nerves from the head meet in the same place. So pain from the neck can feel like pain in the head. It often starts at the back of the head and moves toward one eye.</p>
<p>These signs are common:</p>
<ul>
<li>pain that is mostly on one side</li>
<li>a stiff neck that does not turn as far as usual</li>
<li>pain that gets worse when you move or hold your neck a certain way</li>
<li>sore spots at the top of the neck</li>
</ul>
<p>Migraine and tension headaches can cause neck pain too. That makes them hard to tell apart without an exam.</p>
<h2>What commonly causes it?</h2>
<ul>
<li>irritated joints in the upper neck</li>
<li>tight or tired neck muscles</li>
<li>long hours at a desk, at the wheel or on a phone</li>
<li>an old injury, such as whiplash from a car crash</li>
<li>wear in the neck joints (arthritis)</li>
</ul>
<h2>What can you do now?</h2>
<ul>
<li>Take a break from what you are doing, and change position.</li>
<li>Turn and tilt your head slowly, within a range that feels comfortable.</li>
<li>Put a warm pack on your neck for 15 to 20 minutes.</li>
<li>Sleep on a pillow that keeps your head level with your body.</li>
<li>Write down when the headaches come and what you did before.</li>
<li>Ask a doctor or pharmacist about pain medicine. Taking it too often can bring on more headaches.</li>
</ul>
<h2>How the clinic can help</h2>
<p>Our chiropractors ask about your headaches and your health. They check how your neck moves and look for warning signs. If they see any, you need a medical doctor first.</p>
<p>If the neck seems to play a part, they talk through your options. They explain benefits and risks before anything is done. No one can promise that the headaches will stop.</p>
','a headache is sudden and severe, or the worst you have ever had
a headache comes with weakness, numbness, a drooping face or trouble speaking
a headache comes with confusion, fainting or a seizure
a headache comes with a fever and a stiff neck or a rash
a headache comes with loss of vision, double vision or trouble walking
a headache starts after a blow to the head or neck
a headache starts along with sudden, new neck pain that you have not had before','you are pregnant and have a new kind of headache: call your doctor today
you have a new kind of headache after age 50
you have had cancer and now have a new kind of headache
your headaches are getting worse','the same kind of headache keeps coming back
the pain starts at the back of your head and moves toward one eye
the headache comes on when you move or hold your neck a certain way
your head hurts after long hours at a desk, at the wheel or on a phone','published','',NULL,'This is sample content that no clinician has read.',1,'2026-11-27 22:43:08.697786',NULL,NULL,' headaches that start in the neck',' headaches that start in the neck some headaches begin in the joints and muscles of the neck learn the usual signs and which headaches are an emergency',' headaches that start in the neck some headaches begin in the joints and muscles of the neck learn the usual signs and which headaches are an emergency head pain does not always start in the head sometimes the problem is in the neck and the pain spreads upward this is called a neck related headache cervicogenic headache what is it nerves from the upper neck and nerves from the head meet in the same place so pain from the neck can feel like pain in the head it often starts at the back of the head and moves toward one eye these signs are common pain that is mostly on one side a stiff neck that does not turn as far as usual pain that gets worse when you move or hold your neck a certain way sore spots at the top of the neck migraine and tension headaches can cause neck pain too that makes them hard to tell apart without an exam what commonly causes it irritated joints in the upper neck tight or tired neck muscles long hours at a desk at the wheel or on a phone an old injury such as whiplash from a car crash wear in the neck joints arthritis what can you do now take a break from what you are doing and change position turn and tilt your head slowly within a range that feels comfortable put a warm pack on your neck for 15 to 20 minutes sleep on a pillow that keeps your head level with your body write down when the headaches come and what you did before ask a doctor or pharmacist about pain medicine taking it too often can bring on more headaches how the clinic can help our chiropractors ask about your headaches and your health they check how your neck moves and look for warning signs if they see any you need a medical doctor first if the neck seems to play a part they talk through your options they explain benefits and risks before anything is done no one can promise that the headaches will stop a headache is sudden and severe or the worst you have ever had a headache comes with weakness numbness a drooping face or trouble speaking a headache comes with confusion fainting or a seizure a headache comes with a fever and a stiff neck or a rash a headache comes with loss of vision double vision or trouble walking a headache starts after a blow to the head or neck a headache starts along with sudden new neck pain that you have not had before you are pregnant and have a new kind of headache call your doctor today you have a new kind of headache after age 50 you have had cancer and now have a new kind of headache your headaches are getting worse the same kind of headache keeps coming back the pain starts at the back of your head and moves toward one eye the headache comes on when you move or hold your neck a certain way your head hurts after long hours at a desk at the wheel or on a phone',1);
INSERT INTO "articles_articletext" VALUES(2,'en','heel-pain-with-the-first-steps-in-the-morning','Heel Pain With the First Steps in the Morning','Heel pain that is sharp with your first steps often comes from the band under your foot. Good shoes and stretching may ease it.','<p>You get out of bed, and your heel hurts with the first steps. After some walking it eases. Later in the day it may come back.</p>
<h2>What is it?</h2>
<p>A strong band of tissue runs under your foot from the heel to the toes (the plantar fascia). It supports the arch. When it is irritated near the heel, the problem is called plantar fasciitis.</p>
<p>The band rests and tightens while you sleep. Your first steps stretch it again, and that hurts. The same can happen when you stand up after sitting.</p>
<h2>What commonly causes it?</h2>
<p>The band takes on more load than it can handle. These things can add to that load:</p>
<ul>
<li>standing or walking on hard floors for many hours</li>
<li>a sudden increase in running or walking</li>
<li>shoes with thin soles or little support</li>
<li>tight calf muscles or a tight cord above the heel (Achilles tendon)</li>
<li>very flat feet or very high arches</li>
<li>extra body weight</li>
</ul>
<p>A bony growth on the heel (heel spur) may show on an X-ray. Many people have one and feel no pain.</p>
<h2>What can you do now?</h2>
<ul>
<li><strong>Stretch before you stand:</strong> pull your toes gently toward you for about 20 seconds, a few times.</li>
<li><strong>Stretch your calf:</strong> lean toward a wall with one leg behind you and the heel down.</li>
<li><strong>Wear shoes with support:</strong> put them on right away, and do not walk barefoot on hard floors.</li>
<li><strong>Ease the load:</strong> swap some running for cycling or swimming for a while.</li>
<li><strong>Cool the heel:</strong> use a cold pack wrapped in a towel for up to 15 minutes.</li>
</ul>
<p>Be patient. It often takes some months to settle.</p>
<h2>How the clinic can help</h2>
<p>Our chiropractors ask about your shoes, your work and your sport. They examine your foot, ankle and calf, and watch how you walk. Then they explain what may be adding to the load.</p>
<p>They talk through the options with you, such as stretches and changes in activity. Your next steps are up to you. Feet differ, so no one can promise how fast the pain will ease.</p>
','you cannot put weight on the foot after a fall or jump
you felt a pop in the heel and cannot push up on your toes
the heel is hot, red and swollen, and you have a fever
your foot is suddenly numb, cold or pale
your calf is swollen and sore (this can be a blood clot), above all with chest pain or trouble breathing','you have diabetes and any sore or wound on your foot: go today
the heel pain stays when you rest
both heels hurt along with other joints','your heel hurts with the first steps in the morning
your heel hurts when you stand up after sitting
the pain comes back after a long day on your feet
stretching and shoes with support do not ease the pain enough','published','',NULL,'This is sample content that no clinician has read.',1,'2026-11-27 22:43:08.756483',NULL,NULL,' heel pain with the first steps in the morning',' heel pain with the first steps in the morning heel pain that is sharp with your first steps often comes from the band under your foot good shoes and stretching may ease it',' heel pain with the first steps in the morning heel pain that is sharp with your first steps often comes from the band under your foot good shoes and stretching may ease it you get out of bed and your heel hurts with the first steps after some walking it eases later in the day it may come back what is it a strong band of tissue runs under your foot from the heel to the toes the plantar fascia it supports the arch when it is irritated near the heel the problem is called plantar fasciitis the band rests and tightens while you sleep your first steps stretch it again and that hurts the same can happen when you stand up after sitting what commonly causes it the band takes on more load than it can handle these things can add to that load standing or walking on hard floors for many hours a sudden increase in running or walking shoes with thin soles or little support tight calf muscles or a tight cord above the heel achilles tendon very flat feet or very high arches extra body weight a bony growth on the heel heel spur may show on an x ray many people have one and feel no pain what can you do now stretch before you stand pull your toes gently toward you for about 20 seconds a few times stretch your calf lean toward a wall with one leg behind you and the heel down wear shoes with support put them on right away and do not walk barefoot on hard floors ease the load swap some running for cycling or swimming for a while cool the heel use a cold pack wrapped in a towel for up to 15 minutes be patient it often takes some months to settle how the clinic can help our chiropractors ask about your shoes your work and your sport they examine your foot ankle and calf and watch how you walk then they explain what may be adding to the load they talk through the options with you such as stretches and changes in activity your next steps are up to you feet differ so no one can promise how fast the pain will ease you cannot put weight on the foot after a fall or jump you felt a pop in the heel and cannot push up on your toes the heel is hot red and swollen and you have a fever your foot is suddenly numb cold or pale your calf is swollen and sore this can be a blood clot above all with chest pain or trouble breathing you have diabetes and any sore or wound on your foot go today the heel pain stays when you rest both heels hurt along with other joints your heel hurts with the first steps in the morning your heel hurts when you stand up after sitting the pain comes back after a long day on your feet stretching and shoes with support do not ease the pain enough',2);
INSERT INTO "articles_articletext" VALUES(3,'en','knee-pain-after-running-what-to-know','Knee Pain After Running: What to Know','Running puts a high load on the knees. Rest may ease the pain, but have it checked to find the cause.','<p>Running is good for your heart. It can ease stress, and it gets you outdoors. But it also puts a high load on your knees.</p>
<p>You may have heard of “runner''s knee”. That is a broad name for pain around the kneecap (patellofemoral pain). The knee feels stiff or sore after a run, and it gets worse when you move.</p>
<h2>What causes it?</h2>
<p>Knee pain after a run often has one of these causes.</p>
<ul>
<li><strong>Overuse:</strong> muscle needs time to repair after a run. Constant bending irritates the area around the kneecap. Running every day inflames the tissue, and rest days lower the risk.</li>
<li><strong>Worn cartilage behind the kneecap (chondromalacia patella):</strong> cartilage is the smooth layer on the back of the kneecap. It can soften and wear away. The bones then rub against each other, and that hurts.</li>
<li><strong>Weak thigh muscles:</strong> muscles at the back and front of the thigh (hamstrings and quadriceps) carry the load. Going from mostly sitting to hard running is not safe. It raises the risk of damage to the cartilage.</li>
</ul>
<h2>What are the symptoms?</h2>
<ul>
<li>Pain that grows when you stand, walk or bend the knee, most of all downhill.</li>
<li>Clicking or grinding of the kneecap when you bend or straighten your leg.</li>
<li>Soreness when you press on the knee (tenderness).</li>
</ul>
<p>Runner''s knee is easy to mistake for other problems, such as arthritis. An exam can help to tell them apart.</p>
<h2>How is it treated?</h2>
<p>Rest may help. It is still worth seeing a pain specialist. Another problem may lie behind the pain (an underlying cause).</p>
<p>Our chiropractors can examine your knee and look for the cause. They offer natural treatments and talk through the options with you.</p>
<p>Treating the knee now can mean a faster recovery. It can also mean fewer injuries later. Every knee is different, so no one can promise a result.</p>
','you cannot put any weight on the leg after a fall or a blow
the knee or leg suddenly looks out of shape
the knee is hot, red and swollen, and you have a fever
the foot is cold, pale or numb after an injury
your calf is swollen and sore (this can be a blood clot), above all with chest pain or trouble breathing','the knee swells within hours of an injury
the knee locks or gives way','the pain is still there after a few days of rest
the pain comes back with every run
stairs, hills or standing up hurt
the kneecap clicks or grinds and hurts','published','',NULL,'This is sample content that no clinician has read.',1,'2026-11-27 22:43:08.764883',NULL,NULL,' knee pain after running what to know',' knee pain after running what to know running puts a high load on the knees rest may ease the pain but have it checked to find the cause',' knee pain after running what to know running puts a high load on the knees rest may ease the pain but have it checked to find the cause running is good for your heart it can ease stress and it gets you outdoors but it also puts a high load on your knees you may have heard of runner s knee that is a broad name for pain around the kneecap patellofemoral pain the knee feels stiff or sore after a run and it gets worse when you move what causes it knee pain after a run often has one of these causes overuse muscle needs time to repair after a run constant bending irritates the area around the kneecap running every day inflames the tissue and rest days lower the risk worn cartilage behind the kneecap chondromalacia patella cartilage is the smooth layer on the back of the kneecap it can soften and wear away the bones then rub against each other and that hurts weak thigh muscles muscles at the back and front of the thigh hamstrings and quadriceps carry the load going from mostly sitting to hard running is not safe it raises the risk of damage to the cartilage what are the symptoms pain that grows when you stand walk or bend the knee most of all downhill clicking or grinding of the kneecap when you bend or straighten your leg soreness when you press on the knee tenderness runner s knee is easy to mistake for other problems such as arthritis an exam can help to tell them apart how is it treated rest may help it is still worth seeing a pain specialist another problem may lie behind the pain an underlying cause our chiropractors can examine your knee and look for the cause they offer natural treatments and talk through the options with you treating the knee now can mean a faster recovery it can also mean fewer injuries later every knee is different so no one can promise a result you cannot put any weight on the leg after a fall or a blow the knee or leg suddenly looks out of shape the knee is hot red and swollen and you have a fever the foot is cold pale or numb after an injury your calf is swollen and sore this can be a blood clot above all with chest pain or trouble breathing the knee swells within hours of an injury the knee locks or gives way the pain is still there after a few days of rest the pain comes back with every run stairs hills or standing up hurt the kneecap clicks or grinds and hurts',3);
INSERT INTO "articles_articletext" VALUES(4,'ar','alam-alrukba-baad-aljary','ألم الركبة بعد الجري: ما ينبغي معرفته','الجري يضع ضغطًا كبيرًا على الركبتين. قد تخفف الراحة الألم، لكن من المفيد فحص الركبة لمعرفة السبب.','<p>الجري مفيد للقلب. وقد يخفف التوتر ويتيح لك قضاء وقت في الهواء الطلق. لكنه يضع أيضًا ضغطًا كبيرًا على الركبتين.</p>
<p>ربما سمعت بعبارة «ركبة العدّاء». هذا اسم عام للألم حول رضفة الركبة (الألم الرضفي الفخذي). تشعر بتيبّس الركبة أو بألم فيها بعد الجري، ويزداد ذلك مع الحركة.</p>
<h2>ما الأسباب؟</h2>
<p>كثيرًا ما يعود ألم الركبة بعد الجري إلى أحد هذه الأسباب.</p>
<ul>
<li><strong>الإفراط في الاستخدام:</strong> تحتاج العضلات إلى وقت كي ترمم نفسها بعد الجري. وثني الركبة باستمرار يهيّج المنطقة المحيطة بالرضفة. والجري كل يوم يسبب التهاب الأنسجة، أما أيام الراحة فتقلل هذا الخطر.</li>
<li><strong>تآكل الغضروف خلف الرضفة (تلين غضروف الرضفة):</strong> الغضروف هو الطبقة الملساء على السطح الخلفي للرضفة. وقد يلين ويتآكل. عندئذ تحتك العظام بعضها ببعض، وهذا مؤلم.</li>
<li><strong>ضعف عضلات الفخذ:</strong> العضلات في خلف الفخذ وأمامه (أوتار المأبض والعضلة الرباعية) هي التي تتحمل العبء. والانتقال من قلة الحركة إلى الجري الشديد ليس آمنًا. فهو يزيد خطر تضرر الغضروف.</li>
</ul>
<h2>ما الأعراض؟</h2>
<ul>
<li>ألم يزداد عند الوقوف أو المشي أو ثني الركبة، وخصوصًا عند نزول المنحدرات.</li>
<li>طقطقة أو احتكاك في الرضفة عند ثني الساق أو مدّها.</li>
<li>ألم عند الضغط على الركبة (إيلام عند الجس).</li>
</ul>
<p>من السهل الخلط بين ركبة العدّاء ومشكلات أخرى مثل التهاب المفاصل. وقد يساعد الفحص على التمييز بينها.</p>
<h2>كيف يكون العلاج؟</h2>
<p>قد تساعد الراحة. ومع ذلك من المفيد مراجعة اختصاصي في علاج الألم. فقد تكون وراء الألم مشكلة أخرى (سبب كامن).</p>
<p>يمكن للمعالجين بتقويم العمود الفقري (الكايروبراكتيك) في عيادتنا فحص ركبتك والبحث عن السبب. وهم يقدمون علاجات طبيعية ويناقشون معك الخيارات.</p>
<p>قد يعني علاج الركبة الآن تعافيًا أسرع. وقد يعني أيضًا إصابات أقل في المستقبل. كل ركبة تختلف عن غيرها، ولذلك لا يمكن لأحد أن يعد بنتيجة.</p>
','لم تستطع الوقوف على ساقك أو تحميلها وزنك بعد سقوط أو ضربة
أصبح شكل الركبة أو الساق غير طبيعي فجأة
كانت الركبة ساخنة وحمراء ومتورمة وكانت لديك حمى
أصبحت القدم باردة أو شاحبة أو خدِرة بعد إصابة
كانت ربلة الساق (بطة الساق) متورمة ومؤلمة (فقد تكون هذه جلطة دموية)، وخصوصًا مع ألم في الصدر أو صعوبة في التنفس','تورّمت الركبة خلال ساعات من التعرض لإصابة
علقت الركبة في مكانها أو انثنت تحتك فجأة','استمر الألم بعد بضعة أيام من الراحة
عاد الألم في كل مرة تجري فيها
آلمتك الركبة على الدرج أو على المنحدرات أو عند النهوض
شعرت بطقطقة أو احتكاك في الرضفة مع ألم','published','',NULL,'This is sample content that no clinician has read.',1,'2026-11-27 22:43:08.771508',1,NULL,' الم الركبه ركبه بعد الجري جري ما ينبغي معرفته',' الم الركبه ركبه بعد الجري جري ما ينبغي معرفته الجري جري يضع ضغطا كبيرا علي الركبتين ركبتين قد تخفف الراحه راحه الالم الم لكن من المفيد مفيد فحص الركبه ركبه لمعرفه السبب سبب',' الم الركبه ركبه بعد الجري جري ما ينبغي معرفته الجري جري يضع ضغطا كبيرا علي الركبتين ركبتين قد تخفف الراحه راحه الالم الم لكن من المفيد مفيد فحص الركبه ركبه لمعرفه السبب سبب الجري جري مفيد للقلب قلب وقد يخفف التوتر توتر ويتيح يتيح لك قضاء وقت في الهواء هواء الطلق طلق لكنه يضع ايضا ضغطا كبيرا علي الركبتين ركبتين ربما سمعت بعباره ركبه العداء عداء هذا اسم عام للالم الم حول رضفه الركبه ركبه الالم الم الرضفي رضفي الفخذي فخذي تشعر بتيبس الركبه ركبه او بالم فيها بعد الجري جري ويزداد يزداد ذلك مع الحركه حركه ما الاسباب اسباب كثيرا ما يعود الم الركبه ركبه بعد الجري جري الي احد هذه الاسباب اسباب الافراط افراط في الاستخدام استخدام تحتاج العضلات عضلات الي وقت كي ترمم نفسها بعد الجري جري وثني ثني الركبه ركبه باستمرار يهيج المنطقه منطقه المحيطه محيطه بالرضفه رضفه والجري جري كل يوم يسبب التهاب تهاب الانسجه انسجه اما ايام الراحه راحه فتقلل هذا الخطر خطر تاكل الغضروف غضروف خلف الرضفه رضفه تلين غضروف الرضفه رضفه الغضروف غضروف هو الطبقه طبقه الملساء ملساء علي السطح سطح الخلفي خلفي للرضفه رضفه وقد يلين ويتاكل يتاكل عنديذ تحتك العظام عظام بعضها ببعض وهذا هذا مولم ضعف عضلات الفخذ فخذ العضلات عضلات في خلف الفخذ فخذ وامامه امامه اوتار المابض مابض والعضله عضله الرباعيه رباعيه هي التي تتحمل العبء عبء والانتقال انتقال من قله الحركه حركه الي الجري جري الشديد شديد ليس امنا فهو يزيد خطر تضرر الغضروف غضروف ما الاعراض اعراض الم يزداد عند الوقوف وقوف او المشي مشي او ثني الركبه ركبه وخصوصا خصوصا عند نزول المنحدرات منحدرات طقطقه او احتكاك في الرضفه رضفه عند ثني الساق ساق او مدها الم عند الضغط ضغط علي الركبه ركبه ايلام عند الجس من السهل سهل الخلط خلط بين ركبه العداء عداء ومشكلات مشكلات اخري مثل التهاب تهاب المفاصل مفاصل وقد يساعد الفحص فحص علي التمييز تمييز بينها كيف يكون العلاج علاج قد تساعد الراحه راحه ومع ذلك من المفيد مفيد مراجعه اختصاصي في علاج الالم الم فقد تكون وراء راء الالم الم مشكله اخري سبب كامن يمكن للمعالجين معالجين بتقويم العمود عمود الفقري فقري الكايروبراكتيك كايروبراكتيك في عيادتنا فحص ركبتك والبحث بحث عن السبب سبب وهم يقدمون علاجات طبيعيه ويناقشون يناقشون معك الخيارات خيارات قد يعني علاج الركبه ركبه الان تعافيا اسرع وقد يعني ايضا اصابات اقل في المستقبل مستقبل كل ركبه تختلف عن غيرها ولذلك لذلك لا يمكن لاحد ان يعد بنتيجه لم تستطع الوقوف وقوف علي ساقك او تحميلها وزنك زنك بعد سقوط او ضربه اصبح شكل الركبه ركبه او الساق ساق غير طبيعي فجاه كانت الركبه ركبه ساخنه وحمراء حمراء ومتورمه متورمه وكانت كانت لديك حمي اصبحت القدم قدم بارده او شاحبه او خدره بعد اصابه كانت ربله الساق ساق بطه الساق ساق متورمه ومولمه مولمه فقد تكون هذه جلطه دمويه وخصوصا خصوصا مع الم في الصدر صدر او صعوبه في التنفس تنفس تورمت الركبه ركبه خلال ساعات من التعرض تعرض لاصابه علقت الركبه ركبه في مكانها او انثنت تحتك فجاه استمر الالم الم بعد بضعه ايام من الراحه راحه عاد الالم الم في كل مره تجري فيها المتك متك الركبه ركبه علي الدرج درج او علي المنحدرات منحدرات او عند النهوض نهوض شعرت بطقطقه او احتكاك في الرضفه رضفه مع الم',3);
INSERT INTO "articles_articletext" VALUES(5,'es','dolor-de-rodilla-despues-de-correr-lo-que-debe-saber','Dolor de rodilla después de correr: lo que debe saber','Correr exige mucho a las rodillas. El descanso puede aliviar el dolor, pero conviene una revisión para encontrar la causa.','<p>Correr es bueno para el corazón. Puede aliviar el estrés y le permite pasar tiempo al aire libre. Pero también somete las rodillas a una gran carga.</p>
<p>Tal vez haya oído hablar de la «rodilla del corredor». Es un nombre amplio para el dolor alrededor de la rótula (dolor patelofemoral). La rodilla se siente rígida o adolorida después de correr y empeora al moverse.</p>
<h2>¿Cuáles son las causas?</h2>
<p>El dolor de rodilla después de correr suele tener una de estas causas.</p>
<ul>
<li><strong>Uso excesivo:</strong> el músculo necesita tiempo para repararse después de correr. Doblar la rodilla constantemente irrita la zona que rodea la rótula. Correr todos los días inflama los tejidos, y los días de descanso reducen el riesgo.</li>
<li><strong>Cartílago desgastado tras la rótula (condromalacia rotuliana):</strong> el cartílago es la capa lisa en la parte posterior de la rótula. Puede ablandarse y desgastarse. Entonces los huesos rozan entre sí, y eso duele.</li>
<li><strong>Músculos débiles en los muslos:</strong> los músculos de atrás y de delante (isquiotibiales y cuádriceps) soportan la carga. Pasar de una vida sedentaria a correr con intensidad no es seguro. Aumenta el riesgo de dañar el cartílago.</li>
</ul>
<h2>¿Cuáles son los síntomas?</h2>
<ul>
<li>Dolor que aumenta al estar de pie, caminar o doblar la rodilla, sobre todo cuesta abajo.</li>
<li>Chasquidos o crujidos de la rótula al doblar o enderezar la pierna.</li>
<li>Dolor al presionar la rodilla (sensibilidad a la presión).</li>
</ul>
<p>Es fácil confundir la rodilla del corredor con otros problemas, como la artritis. Un examen puede ayudar a distinguirlos.</p>
<h2>¿Cómo se trata?</h2>
<p>El descanso puede ayudar. Aun así, vale la pena consultar a un especialista en dolor. Puede haber otro problema detrás del dolor (una causa subyacente).</p>
<p>Nuestros quiroprácticos pueden examinarle la rodilla y buscar la causa. Ofrecen tratamientos naturales y hablan con usted sobre las opciones.</p>
<p>Tratar la rodilla ahora puede significar una recuperación más rápida. También puede significar menos lesiones más adelante. Cada rodilla es diferente, así que nadie puede prometer un resultado.</p>
','no puede apoyar nada de peso en la pierna después de una caída o un golpe
la rodilla o la pierna de pronto se ve deformada
la rodilla está caliente, roja e hinchada, y usted tiene fiebre
el pie está frío, pálido o adormecido después de una lesión
tiene la pantorrilla hinchada y adolorida (puede ser un coágulo de sangre), sobre todo si le duele el pecho o le cuesta respirar','la rodilla se hincha a las pocas horas de una lesión
la rodilla se le traba o le falla','el dolor sigue después de unos días de descanso
el dolor vuelve cada vez que corre
le duele la rodilla en las escaleras, en las cuestas o al levantarse
la rótula chasquea o cruje y le duele','published','',NULL,'This is sample content that no clinician has read.',1,'2026-11-27 22:43:08.777043',1,NULL,' dolor de rodilla despues de correr lo que debe saber',' dolor de rodilla despues de correr lo que debe saber correr exige mucho a las rodillas el descanso puede aliviar el dolor pero conviene una revision para encontrar la causa',' dolor de rodilla despues de correr lo que debe saber correr exige mucho a las rodillas el descanso puede aliviar el dolor pero conviene una revision para encontrar la causa correr es bueno para el corazon puede aliviar el estres y le permite pasar tiempo al aire libre pero tambien somete las rodillas a una gran carga tal vez haya oido hablar de la rodilla del corredor es un nombre amplio para el dolor alrededor de la rotula dolor patelofemoral la rodilla se siente rigida o adolorida despues de correr y empeora al moverse cuales son las causas el dolor de rodilla despues de correr suele tener una de estas causas uso excesivo el musculo necesita tiempo para repararse despues de correr doblar la rodilla constantemente irrita la zona que rodea la rotula correr todos los dias inflama los tejidos y los dias de descanso reducen el riesgo cartilago desgastado tras la rotula condromalacia rotuliana el cartilago es la capa lisa en la parte posterior de la rotula puede ablandarse y desgastarse entonces los huesos rozan entre si y eso duele musculos debiles en los muslos los musculos de atras y de delante isquiotibiales y cuadriceps soportan la carga pasar de una vida sedentaria a correr con intensidad no es seguro aumenta el riesgo de danar el cartilago cuales son los sintomas dolor que aumenta al estar de pie caminar o doblar la rodilla sobre todo cuesta abajo chasquidos o crujidos de la rotula al doblar o enderezar la pierna dolor al presionar la rodilla sensibilidad a la presion es facil confundir la rodilla del corredor con otros problemas como la artritis un examen puede ayudar a distinguirlos como se trata el descanso puede ayudar aun asi vale la pena consultar a un especialista en dolor puede haber otro problema detras del dolor una causa subyacente nuestros quiropracticos pueden examinarle la rodilla y buscar la causa ofrecen tratamientos naturales y hablan con usted sobre las opciones tratar la rodilla ahora puede significar una recuperacion mas rapida tambien puede significar menos lesiones mas adelante cada rodilla es diferente asi que nadie puede prometer un resultado no puede apoyar nada de peso en la pierna despues de una caida o un golpe la rodilla o la pierna de pronto se ve deformada la rodilla esta caliente roja e hinchada y usted tiene fiebre el pie esta frio palido o adormecido despues de una lesion tiene la pantorrilla hinchada y adolorida puede ser un coagulo de sangre sobre todo si le duele el pecho o le cuesta respirar la rodilla se hincha a las pocas horas de una lesion la rodilla se le traba o le falla el dolor sigue despues de unos dias de descanso el dolor vuelve cada vez que corre le duele la rodilla en las escaleras en las cuestas o al levantarse la rotula chasquea o cruje y le duele',3);
INSERT INTO "articles_articletext" VALUES(6,'pl','bol-kolana-po-bieganiu-co-warto-wiedziec','Ból kolana po bieganiu: co warto wiedzieć','Bieganie mocno obciąża kolana. Odpoczynek może złagodzić ból, ale warto zbadać kolano i poznać przyczynę.','<p>Bieganie jest dobre dla serca. Może zmniejszać stres i&nbsp;pozwala spędzać czas na świeżym powietrzu. Jednak mocno obciąża też kolana.</p>
<p>Być może znają Państwo określenie „kolano biegacza”. To szeroka nazwa bólu wokół rzepki (ból rzepkowo-udowy). Po biegu kolano jest sztywne lub obolałe, a&nbsp;podczas ruchu dolegliwości się nasilają.</p>
<h2>Jakie są przyczyny?</h2>
<p>Ból kolana po bieganiu często ma jedną z&nbsp;tych przyczyn.</p>
<ul>
<li><strong>Przeciążenie:</strong> po biegu mięśnie potrzebują czasu na regenerację. Ciągłe zginanie kolana podrażnia okolicę rzepki. Codzienne bieganie wywołuje stan zapalny tkanek, a&nbsp;dni odpoczynku zmniejszają ryzyko.</li>
<li><strong>Zużycie chrząstki za rzepką (chondromalacja rzepki):</strong> chrząstka to gładka warstwa na tylnej stronie rzepki. Może zmięknąć i&nbsp;się ścierać. Wtedy kości trą o&nbsp;siebie i&nbsp;to powoduje ból.</li>
<li><strong>Słabe mięśnie ud:</strong> obciążenie przejmują mięśnie z&nbsp;tyłu i&nbsp;z&nbsp;przodu uda (mięśnie kulszowo-goleniowe i&nbsp;mięsień czworogłowy). Przejście od siedzącego trybu życia prosto do intensywnego biegania nie jest bezpieczne. Zwiększa ryzyko uszkodzenia chrząstki.</li>
</ul>
<h2>Jakie są objawy?</h2>
<ul>
<li>Ból, który narasta podczas stania, chodzenia lub zginania kolana, zwłaszcza podczas schodzenia ze wzniesienia.</li>
<li>Przeskakiwanie lub trzeszczenie rzepki przy zginaniu lub prostowaniu nogi.</li>
<li>Ból przy uciskaniu kolana (tkliwość uciskowa).</li>
</ul>
<p>Kolano biegacza łatwo pomylić z&nbsp;innymi problemami, na przykład z&nbsp;zapaleniem stawów. Badanie może pomóc je odróżnić.</p>
<h2>Jak się je leczy?</h2>
<p>Odpoczynek może pomóc. Mimo to warto zgłosić się do specjalisty od leczenia bólu. Za bólem może kryć się inny problem (ukryta przyczyna).</p>
<p>Nasi chiropraktycy mogą zbadać kolano i&nbsp;poszukać przyczyny. Oferują naturalne metody leczenia i&nbsp;omawiają z&nbsp;pacjentem możliwości.</p>
<p>Leczenie kolana już teraz może oznaczać szybszy powrót do zdrowia. Może też oznaczać mniej urazów w&nbsp;przyszłości. Każde kolano jest inne, więc nikt nie może obiecać wyniku.</p>
','po upadku lub uderzeniu nie mogą Państwo w ogóle obciążyć nogi
kolano lub noga nagle ma nienaturalny kształt
kolano jest gorące, czerwone i spuchnięte, a do tego mają Państwo gorączkę
po urazie stopa jest zimna, blada lub zdrętwiała
łydka jest spuchnięta i obolała (to może być zakrzep krwi), zwłaszcza gdy boli klatka piersiowa lub trudno oddychać','kolano puchnie w ciągu kilku godzin od urazu
kolano blokuje się lub nagle się ugina','ból nie mija po kilku dniach odpoczynku
ból wraca przy każdym biegu
kolano boli na schodach, na wzniesieniach lub przy wstawaniu
rzepka przeskakuje lub trzeszczy i boli','published','',NULL,'This is sample content that no clinician has read.',1,'2026-11-27 22:43:08.781561',1,NULL,' bol kolana po bieganiu co warto wiedziec',' bol kolana po bieganiu co warto wiedziec bieganie mocno obciaza kolana odpoczynek moze zlagodzic bol ale warto zbadac kolano i poznac przyczyne',' bol kolana po bieganiu co warto wiedziec bieganie mocno obciaza kolana odpoczynek moze zlagodzic bol ale warto zbadac kolano i poznac przyczyne bieganie jest dobre dla serca moze zmniejszac stres i pozwala spedzac czas na swiezym powietrzu jednak mocno obciaza tez kolana byc moze znaja panstwo okreslenie kolano biegacza to szeroka nazwa bolu wokol rzepki bol rzepkowo udowy po biegu kolano jest sztywne lub obolale a podczas ruchu dolegliwosci sie nasilaja jakie sa przyczyny bol kolana po bieganiu czesto ma jedna z tych przyczyn przeciazenie po biegu miesnie potrzebuja czasu na regeneracje ciagle zginanie kolana podraznia okolice rzepki codzienne bieganie wywoluje stan zapalny tkanek a dni odpoczynku zmniejszaja ryzyko zuzycie chrzastki za rzepka chondromalacja rzepki chrzastka to gladka warstwa na tylnej stronie rzepki moze zmieknac i sie scierac wtedy kosci tra o siebie i to powoduje bol slabe miesnie ud obciazenie przejmuja miesnie z tylu i z przodu uda miesnie kulszowo goleniowe i miesien czworoglowy przejscie od siedzacego trybu zycia prosto do intensywnego biegania nie jest bezpieczne zwieksza ryzyko uszkodzenia chrzastki jakie sa objawy bol ktory narasta podczas stania chodzenia lub zginania kolana zwlaszcza podczas schodzenia ze wzniesienia przeskakiwanie lub trzeszczenie rzepki przy zginaniu lub prostowaniu nogi bol przy uciskaniu kolana tkliwosc uciskowa kolano biegacza latwo pomylic z innymi problemami na przyklad z zapaleniem stawow badanie moze pomoc je odroznic jak sie je leczy odpoczynek moze pomoc mimo to warto zglosic sie do specjalisty od leczenia bolu za bolem moze kryc sie inny problem ukryta przyczyna nasi chiropraktycy moga zbadac kolano i poszukac przyczyny oferuja naturalne metody leczenia i omawiaja z pacjentem mozliwosci leczenie kolana juz teraz moze oznaczac szybszy powrot do zdrowia moze tez oznaczac mniej urazow w przyszlosci kazde kolano jest inne wiec nikt nie moze obiecac wyniku po upadku lub uderzeniu nie moga panstwo w ogole obciazyc nogi kolano lub noga nagle ma nienaturalny ksztalt kolano jest gorace czerwone i spuchniete a do tego maja panstwo goraczke po urazie stopa jest zimna blada lub zdretwiala lydka jest spuchnieta i obolala to moze byc zakrzep krwi zwlaszcza gdy boli klatka piersiowa lub trudno oddychac kolano puchnie w ciagu kilku godzin od urazu kolano blokuje sie lub nagle sie ugina bol nie mija po kilku dniach odpoczynku bol wraca przy kazdym biegu kolano boli na schodach na wzniesieniach lub przy wstawaniu rzepka przeskakuje lub trzeszczy i boli',3);
INSERT INTO "articles_articletext" VALUES(7,'en','low-back-pain-what-to-do-in-the-first-days','Low Back Pain: What to Do in the First Days','With new low back pain, gentle movement is usually better than staying in bed. Know the few signs that need help right away.','<p>Low back pain often comes on fast. You bend, lift or twist, and your back locks up. New pain like this (acute low back pain) often eases over days or weeks.</p>
<h2>What is it?</h2>
<p>The pain sits between your lowest ribs and your hips. It may feel dull, sharp or tight. Your back may be stiff in the morning or after you sit for a while.</p>
<h2>What commonly causes it?</h2>
<p>Often no single cause can be found. Doctors call this nonspecific low back pain. These things commonly play a part:</p>
<ul>
<li>a pulled muscle or ligament (a strain or sprain)</li>
<li>lifting something heavy, or turning while you lift</li>
<li>a lot of sitting, or hard work your back is not used to</li>
<li>wear in the small joints or discs of the spine</li>
</ul>
<p>Serious causes are rare, but they need quick care.</p>
<h2>What can you do now?</h2>
<ul>
<li><strong>Keep moving:</strong> take short, easy walks and do light tasks. Some soreness as you move is normal.</li>
<li><strong>Do not stay in bed for long:</strong> much bed rest makes muscles stiff and weak. Lie down for a short time if you need to.</li>
<li><strong>Change position often:</strong> stand up and walk a little at least twice an hour.</li>
<li><strong>Try warmth:</strong> a warm pack over clothing for 15 to 20 minutes may ease tight muscles.</li>
<li><strong>Wait with heavy lifting:</strong> go back to it step by step as the pain settles.</li>
<li><strong>Ask about medicine:</strong> a doctor or pharmacist can say which pain medicine is safe for you.</li>
</ul>
<h2>How the clinic can help</h2>
<p>Our chiropractors ask how the pain began and examine your back. They explain what they find in plain words. Then they talk through the options with you, and you decide.</p>
<p>They can also show you ways to move and lift in daily life. If you need another kind of care, they can tell you. People respond in different ways, so no one can promise a result.</p>
','your back hurts and you lose control of your bladder or bowels, or cannot pass urine
your back hurts and you feel numb around the groin, genitals or buttocks
your back hurts and one or both legs are weak, or are getting weaker
you have a fever or chills together with the back pain
the back pain began after a serious fall or a car crash
you have chest pain or strong belly pain together with the back pain','you have back pain and have had cancer
you have back pain and thin bones (osteoporosis)
you have back pain and lose weight for no clear reason
the back pain wakes you at night
the back pain is not easing after a few weeks','your back still hurts after some days of short walks and light tasks
bending, lifting or getting up from a chair hurts
your back gets stiff when you sit for a while
the pain in your low back keeps coming back','published','',NULL,'This is sample content that no clinician has read.',1,'2026-11-27 22:43:08.788438',NULL,NULL,' low back pain what to do in the first days',' low back pain what to do in the first days with new low back pain gentle movement is usually better than staying in bed know the few signs that need help right away',' low back pain what to do in the first days with new low back pain gentle movement is usually better than staying in bed know the few signs that need help right away low back pain often comes on fast you bend lift or twist and your back locks up new pain like this acute low back pain often eases over days or weeks what is it the pain sits between your lowest ribs and your hips it may feel dull sharp or tight your back may be stiff in the morning or after you sit for a while what commonly causes it often no single cause can be found doctors call this nonspecific low back pain these things commonly play a part a pulled muscle or ligament a strain or sprain lifting something heavy or turning while you lift a lot of sitting or hard work your back is not used to wear in the small joints or discs of the spine serious causes are rare but they need quick care what can you do now keep moving take short easy walks and do light tasks some soreness as you move is normal do not stay in bed for long much bed rest makes muscles stiff and weak lie down for a short time if you need to change position often stand up and walk a little at least twice an hour try warmth a warm pack over clothing for 15 to 20 minutes may ease tight muscles wait with heavy lifting go back to it step by step as the pain settles ask about medicine a doctor or pharmacist can say which pain medicine is safe for you how the clinic can help our chiropractors ask how the pain began and examine your back they explain what they find in plain words then they talk through the options with you and you decide they can also show you ways to move and lift in daily life if you need another kind of care they can tell you people respond in different ways so no one can promise a result your back hurts and you lose control of your bladder or bowels or cannot pass urine your back hurts and you feel numb around the groin genitals or buttocks your back hurts and one or both legs are weak or are getting weaker you have a fever or chills together with the back pain the back pain began after a serious fall or a car crash you have chest pain or strong belly pain together with the back pain you have back pain and have had cancer you have back pain and thin bones osteoporosis you have back pain and lose weight for no clear reason the back pain wakes you at night the back pain is not easing after a few weeks your back still hurts after some days of short walks and light tasks bending lifting or getting up from a chair hurts your back gets stiff when you sit for a while the pain in your low back keeps coming back',4);
INSERT INTO "articles_articletext" VALUES(8,'en','neck-pain-from-desk-and-screen-work','Neck Pain From Desk and Screen Work','Long hours at a screen can make your neck stiff and sore. Small changes at your desk and short breaks can ease the strain.','<p>Do your neck and shoulders ache after a day at the computer? You are not alone. Holding your head still for hours is hard work for your neck.</p>
<h2>What is it?</h2>
<p>The muscles at the back of your neck hold up your head. When they work for too long without a break, they get tired and tight (muscle strain). You may feel a dull ache, stiffness or sore spots.</p>
<p>The ache may spread to the shoulders or between the shoulder blades. Some people also get a headache. It often builds up through the day and eases with rest.</p>
<h2>What commonly causes it?</h2>
<ul>
<li>sitting in one position for a long time</li>
<li>a screen that is too low, too far away or off to one side</li>
<li>leaning your head forward to read</li>
<li>looking down at a phone or tablet</li>
<li>holding a phone between your ear and shoulder</li>
<li>stress, which can make you tense your shoulders</li>
</ul>
<h2>What can you do now?</h2>
<ul>
<li><strong>Raise the screen:</strong> the top edge should be near eye level, about an arm''s length away.</li>
<li><strong>Support your arms and feet:</strong> keep your elbows close to your body and your feet flat.</li>
<li><strong>Use a separate keyboard:</strong> it lets you lift a laptop to a good height.</li>
<li><strong>Take short breaks:</strong> stand up and move for a minute or two every half hour.</li>
<li><strong>Move your neck gently:</strong> turn and tilt your head slowly, and stop if it hurts more.</li>
<li><strong>Lift your phone:</strong> bring it up toward your eyes.</li>
</ul>
<p>No one position is right for the whole day. Changing it often helps more than sitting perfectly still.</p>
<h2>How the clinic can help</h2>
<p>Our chiropractors ask about your work, your desk and your day. They check how your neck moves and where it is sore. They then explain what they think is behind the pain.</p>
<p>You talk through the options together, including their benefits and risks. The choice is yours. No treatment works for everyone.</p>
','the neck pain began after a fall, a car crash or a blow to the head
your face droops, your speech is slurred, or one side of your body is weak
the neck pain came on suddenly, with dizziness, double vision or trouble walking
you have neck pain and a fever, with a stiff neck or a bad headache
your neck hurts and your arms or legs are weak, numb or clumsy
your neck hurts and you lose control of your bladder or bowels
you have chest pain, sweating or trouble breathing along with the neck pain','pain, numbness or tingling runs down your arm, and the arm is not weak or clumsy
the neck pain wakes you at night
the neck pain lasts for weeks','your neck or shoulders ache after hours at a screen
the ache comes back on most work days
short breaks and changes at your desk do not ease the ache
looking down at a phone or turning your head hurts','published','',NULL,'This is sample content that no clinician has read.',1,'2026-11-27 22:43:08.793211',NULL,NULL,' neck pain from desk and screen work',' neck pain from desk and screen work long hours at a screen can make your neck stiff and sore small changes at your desk and short breaks can ease the strain',' neck pain from desk and screen work long hours at a screen can make your neck stiff and sore small changes at your desk and short breaks can ease the strain do your neck and shoulders ache after a day at the computer you are not alone holding your head still for hours is hard work for your neck what is it the muscles at the back of your neck hold up your head when they work for too long without a break they get tired and tight muscle strain you may feel a dull ache stiffness or sore spots the ache may spread to the shoulders or between the shoulder blades some people also get a headache it often builds up through the day and eases with rest what commonly causes it sitting in one position for a long time a screen that is too low too far away or off to one side leaning your head forward to read looking down at a phone or tablet holding a phone between your ear and shoulder stress which can make you tense your shoulders what can you do now raise the screen the top edge should be near eye level about an arm s length away support your arms and feet keep your elbows close to your body and your feet flat use a separate keyboard it lets you lift a laptop to a good height take short breaks stand up and move for a minute or two every half hour move your neck gently turn and tilt your head slowly and stop if it hurts more lift your phone bring it up toward your eyes no one position is right for the whole day changing it often helps more than sitting perfectly still how the clinic can help our chiropractors ask about your work your desk and your day they check how your neck moves and where it is sore they then explain what they think is behind the pain you talk through the options together including their benefits and risks the choice is yours no treatment works for everyone the neck pain began after a fall a car crash or a blow to the head your face droops your speech is slurred or one side of your body is weak the neck pain came on suddenly with dizziness double vision or trouble walking you have neck pain and a fever with a stiff neck or a bad headache your neck hurts and your arms or legs are weak numb or clumsy your neck hurts and you lose control of your bladder or bowels you have chest pain sweating or trouble breathing along with the neck pain pain numbness or tingling runs down your arm and the arm is not weak or clumsy the neck pain wakes you at night the neck pain lasts for weeks your neck or shoulders ache after hours at a screen the ache comes back on most work days short breaks and changes at your desk do not ease the ache looking down at a phone or turning your head hurts',5);
INSERT INTO "articles_articletext" VALUES(9,'en','sciatica-pain-that-runs-down-the-leg','Sciatica: Pain That Runs Down the Leg','Pain that shoots down one leg often comes from an irritated nerve in the low back. It often eases with time.','<p>Some back pain does not stay in the back. It runs through the buttock and down the leg. This kind of nerve pain is called sciatica.</p>
<h2>What is it?</h2>
<p>A long nerve runs from the low back to the foot on each side (the sciatic nerve). When its roots are irritated, you feel pain along its path. The pain may burn, shoot or feel like an electric shock.</p>
<p>You may also notice tingling or a numb patch in the leg or foot. Most often only one leg is affected. Sitting, coughing or sneezing can make it worse.</p>
<h2>What commonly causes it?</h2>
<ul>
<li><strong>A bulging disc (herniated disc):</strong> a cushion between two spine bones pushes out and presses on the nerve.</li>
<li><strong>A narrow spinal canal (spinal stenosis):</strong> the space around the nerves gets tighter, often with age.</li>
<li><strong>A spine bone that has moved forward (spondylolisthesis):</strong> it can crowd a nerve.</li>
<li><strong>Tight or irritated tissue in the buttock:</strong> in some people this bothers the nerve.</li>
</ul>
<p>In rare cases many nerves are squeezed at once (cauda equina syndrome). You may lose control of your bladder or feel numb around the groin. This needs care within hours.</p>
<h2>What can you do now?</h2>
<ul>
<li>Stay as active as the pain allows. Short walks are a good start.</li>
<li>Do not sit for long. Stand up often, and change how you sit.</li>
<li>Find a resting position that calms the leg. Try lying on your side with a pillow between your knees.</li>
<li>Use a warm or cold pack over clothing for 15 to 20 minutes. See which one feels good.</li>
<li>Stop any exercise that sends the pain farther down the leg.</li>
<li>Ask a doctor or pharmacist before you take pain medicine.</li>
</ul>
<p>Many people feel better within weeks. For some it takes longer.</p>
<h2>How the clinic can help</h2>
<p>Our chiropractors ask where the pain runs and what sets it off. They check your back, and the strength and feeling in your legs. This helps to show which nerve may be involved.</p>
<p>Then they talk through the options with you. Some people need a doctor''s tests or another kind of care. A result cannot be promised, because every person is different.</p>
','you lose control of your bladder or bowels, or you cannot pass urine
you feel numb around the groin, genitals or buttocks
the pain, weakness or numbness is in both legs
a leg or foot is weak, or is getting weaker
you have a fever along with the back or leg pain
the pain began after a serious fall or a car crash','you have back or leg pain and have had cancer
you have back or leg pain and lose weight for no clear reason
the back or leg pain is getting worse
the pain will not let you sleep','pain runs from your low back or buttock down one leg
sitting, coughing or sneezing brings on the leg pain
you feel tingling in one leg or foot
the leg pain goes away and then comes back','published','',NULL,'This is sample content that no clinician has read.',1,'2026-11-27 22:43:08.798000',NULL,NULL,' sciatica pain that runs down the leg',' sciatica pain that runs down the leg pain that shoots down one leg often comes from an irritated nerve in the low back it often eases with time',' sciatica pain that runs down the leg pain that shoots down one leg often comes from an irritated nerve in the low back it often eases with time some back pain does not stay in the back it runs through the buttock and down the leg this kind of nerve pain is called sciatica what is it a long nerve runs from the low back to the foot on each side the sciatic nerve when its roots are irritated you feel pain along its path the pain may burn shoot or feel like an electric shock you may also notice tingling or a numb patch in the leg or foot most often only one leg is affected sitting coughing or sneezing can make it worse what commonly causes it a bulging disc herniated disc a cushion between two spine bones pushes out and presses on the nerve a narrow spinal canal spinal stenosis the space around the nerves gets tighter often with age a spine bone that has moved forward spondylolisthesis it can crowd a nerve tight or irritated tissue in the buttock in some people this bothers the nerve in rare cases many nerves are squeezed at once cauda equina syndrome you may lose control of your bladder or feel numb around the groin this needs care within hours what can you do now stay as active as the pain allows short walks are a good start do not sit for long stand up often and change how you sit find a resting position that calms the leg try lying on your side with a pillow between your knees use a warm or cold pack over clothing for 15 to 20 minutes see which one feels good stop any exercise that sends the pain farther down the leg ask a doctor or pharmacist before you take pain medicine many people feel better within weeks for some it takes longer how the clinic can help our chiropractors ask where the pain runs and what sets it off they check your back and the strength and feeling in your legs this helps to show which nerve may be involved then they talk through the options with you some people need a doctor s tests or another kind of care a result cannot be promised because every person is different you lose control of your bladder or bowels or you cannot pass urine you feel numb around the groin genitals or buttocks the pain weakness or numbness is in both legs a leg or foot is weak or is getting weaker you have a fever along with the back or leg pain the pain began after a serious fall or a car crash you have back or leg pain and have had cancer you have back or leg pain and lose weight for no clear reason the back or leg pain is getting worse the pain will not let you sleep pain runs from your low back or buttock down one leg sitting coughing or sneezing brings on the leg pain you feel tingling in one leg or foot the leg pain goes away and then comes back',6);
INSERT INTO "articles_articletext" VALUES(10,'en','shoulder-pain-when-lifting-the-arm','Shoulder Pain When Lifting the Arm','Pain when you reach up often comes from the tendons at the top of the shoulder. Rest it a little, but keep it moving.','<p>Reaching for a shelf hurts. So does putting on a coat or combing your hair. Pain when you lift your arm is a common shoulder problem.</p>
<h2>What is it?</h2>
<p>Four muscles and their cords (tendons) hold the ball of your shoulder in its socket. Together they are called the rotator cuff. They pass through a narrow space under the bone at the top of the shoulder.</p>
<p>When this area is irritated, raising the arm hurts. You may feel it on the outside of the upper arm. Lying on that side at night can hurt too.</p>
<h2>What commonly causes it?</h2>
<ul>
<li><strong>Irritated tendons (rotator cuff tendinopathy):</strong> lifting or reaching over your head many times can overload them.</li>
<li><strong>A swollen cushion (bursitis):</strong> a small sac of fluid in the shoulder gets sore.</li>
<li><strong>A torn tendon (rotator cuff tear):</strong> this can follow a fall, or come slowly with age.</li>
<li><strong>A stiff shoulder (frozen shoulder):</strong> the joint gets tight, and even someone else cannot move it far.</li>
<li><strong>A neck problem:</strong> an irritated nerve in the neck can send pain to the shoulder.</li>
</ul>
<p>Shoulder pain can also be a sign of a heart attack. Call 911 if your chest hurts too or you have trouble breathing.</p>
<h2>What can you do now?</h2>
<ul>
<li>Cut back on work above shoulder height for a while.</li>
<li>Keep the arm moving in ways that do not hurt much. A shoulder kept still for too long can get stiff.</li>
<li>Move things you use often to a lower shelf.</li>
<li>Carry and lift close to your body.</li>
<li>Use a cold or warm pack over clothing for 15 to 20 minutes.</li>
<li>At night, lie on your other side and rest the sore arm on a pillow.</li>
<li>Ask a doctor or pharmacist before you take pain medicine.</li>
</ul>
<h2>How the clinic can help</h2>
<p>Our chiropractors ask how the pain started and which movements hurt. They examine your shoulder, and your neck as well. The exam can help to show where the pain comes from.</p>
<p>They explain what they find and talk through the options with you. If a scan or another kind of care makes sense, they can say so. How a shoulder responds differs from person to person.</p>
','shoulder pain comes with pain or pressure in the chest, jaw or back: it may be your heart
shoulder pain comes with trouble breathing, a cold sweat, an upset stomach or feeling faint
shoulder pain comes with sudden weakness on one side, a drooping face or trouble speaking
you had a fall or blow, and the shoulder looks out of shape
you suddenly cannot lift your arm after an injury
your arm or hand is numb, cold or pale
the shoulder is hot, red or swollen, and you have a fever','there is a lump on or near the shoulder
the shoulder hurts even at rest
the shoulder pain is not easing after a few weeks','reaching up, combing your hair or putting on a coat hurts
it hurts to lie on that shoulder
the shoulder is stiff and does not move as far as it did
the pain comes back when you work above shoulder height','published','',NULL,'This is sample content that no clinician has read.',1,'2026-11-27 22:43:08.802464',NULL,NULL,' shoulder pain when lifting the arm',' shoulder pain when lifting the arm pain when you reach up often comes from the tendons at the top of the shoulder rest it a little but keep it moving',' shoulder pain when lifting the arm pain when you reach up often comes from the tendons at the top of the shoulder rest it a little but keep it moving reaching for a shelf hurts so does putting on a coat or combing your hair pain when you lift your arm is a common shoulder problem what is it four muscles and their cords tendons hold the ball of your shoulder in its socket together they are called the rotator cuff they pass through a narrow space under the bone at the top of the shoulder when this area is irritated raising the arm hurts you may feel it on the outside of the upper arm lying on that side at night can hurt too what commonly causes it irritated tendons rotator cuff tendinopathy lifting or reaching over your head many times can overload them a swollen cushion bursitis a small sac of fluid in the shoulder gets sore a torn tendon rotator cuff tear this can follow a fall or come slowly with age a stiff shoulder frozen shoulder the joint gets tight and even someone else cannot move it far a neck problem an irritated nerve in the neck can send pain to the shoulder shoulder pain can also be a sign of a heart attack call 911 if your chest hurts too or you have trouble breathing what can you do now cut back on work above shoulder height for a while keep the arm moving in ways that do not hurt much a shoulder kept still for too long can get stiff move things you use often to a lower shelf carry and lift close to your body use a cold or warm pack over clothing for 15 to 20 minutes at night lie on your other side and rest the sore arm on a pillow ask a doctor or pharmacist before you take pain medicine how the clinic can help our chiropractors ask how the pain started and which movements hurt they examine your shoulder and your neck as well the exam can help to show where the pain comes from they explain what they find and talk through the options with you if a scan or another kind of care makes sense they can say so how a shoulder responds differs from person to person shoulder pain comes with pain or pressure in the chest jaw or back it may be your heart shoulder pain comes with trouble breathing a cold sweat an upset stomach or feeling faint shoulder pain comes with sudden weakness on one side a drooping face or trouble speaking you had a fall or blow and the shoulder looks out of shape you suddenly cannot lift your arm after an injury your arm or hand is numb cold or pale the shoulder is hot red or swollen and you have a fever there is a lump on or near the shoulder the shoulder hurts even at rest the shoulder pain is not easing after a few weeks reaching up combing your hair or putting on a coat hurts it hurts to lie on that shoulder the shoulder is stiff and does not move as far as it did the pain comes back when you work above shoulder height',7);
CREATE TABLE "articles_picture" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(100) NOT NULL, "alternative_text" varchar(250) NOT NULL, "content_hash" varchar(20) NOT NULL UNIQUE, "width" smallint unsigned NOT NULL CHECK ("width" >= 0), "height" smallint unsigned NOT NULL CHECK ("height" >= 0), "added_at" datetime NOT NULL, CONSTRAINT "picture_has_alternative_text" CHECK (NOT ("alternative_text" = '')));
CREATE TABLE "articles_picturetext" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "language" varchar(10) NOT NULL, "alternative_text" varchar(250) NOT NULL, "picture_id" bigint NOT NULL REFERENCES "articles_picture" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_text_per_picture_and_language" UNIQUE ("picture_id", "language"), CONSTRAINT "picture_text_is_not_empty" CHECK (NOT ("alternative_text" = '')), CONSTRAINT "picture_text_is_a_translation" CHECK (NOT ("language" = 'en')));
CREATE TABLE "articles_reference" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "title" varchar(250) NOT NULL, "publisher" varchar(120) NOT NULL, "year" smallint unsigned NULL CHECK ("year" >= 0), "address" varchar(500) NOT NULL, "article_id" bigint NOT NULL REFERENCES "articles_article" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "articles_topic" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "slug" varchar(50) NOT NULL UNIQUE, "order" smallint unsigned NOT NULL CHECK ("order" >= 0));
INSERT INTO "articles_topic" VALUES(1,'knee-pain',1);
INSERT INTO "articles_topic" VALUES(2,'back-pain',2);
INSERT INTO "articles_topic" VALUES(3,'neck-and-headaches',3);
INSERT INTO "articles_topic" VALUES(4,'shoulder-pain',4);
INSERT INTO "articles_topic" VALUES(5,'foot-and-ankle',5);
CREATE TABLE "articles_topicname" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "language" varchar(10) NOT NULL, "name" varchar(60) NOT NULL, "topic_id" bigint NOT NULL REFERENCES "articles_topic" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_name_per_topic_and_language" UNIQUE ("topic_id", "language"));
INSERT INTO "articles_topicname" VALUES(1,'ar','ألم الركبة',1);
INSERT INTO "articles_topicname" VALUES(2,'en','Knee pain',1);
INSERT INTO "articles_topicname" VALUES(3,'es','Dolor de rodilla',1);
INSERT INTO "articles_topicname" VALUES(4,'pl','Ból kolana',1);
INSERT INTO "articles_topicname" VALUES(5,'ar','ألم الظهر',2);
INSERT INTO "articles_topicname" VALUES(6,'en','Back pain',2);
INSERT INTO "articles_topicname" VALUES(7,'es','Dolor de espalda',2);
INSERT INTO "articles_topicname" VALUES(8,'pl','Ból pleców',2);
INSERT INTO "articles_topicname" VALUES(9,'ar','ألم الرقبة والصداع',3);
INSERT INTO "articles_topicname" VALUES(10,'en','Neck pain and headaches',3);
INSERT INTO "articles_topicname" VALUES(11,'es','Dolor de cuello y de cabeza',3);
INSERT INTO "articles_topicname" VALUES(12,'pl','Ból szyi i głowy',3);
INSERT INTO "articles_topicname" VALUES(13,'ar','ألم الكتف',4);
INSERT INTO "articles_topicname" VALUES(14,'en','Shoulder pain',4);
INSERT INTO "articles_topicname" VALUES(15,'es','Dolor de hombro',4);
INSERT INTO "articles_topicname" VALUES(16,'pl','Ból barku',4);
INSERT INTO "articles_topicname" VALUES(17,'ar','القدم والكاحل',5);
INSERT INTO "articles_topicname" VALUES(18,'en','Foot and ankle',5);
INSERT INTO "articles_topicname" VALUES(19,'es','Pie y tobillo',5);
INSERT INTO "articles_topicname" VALUES(20,'pl','Stopa i kostka',5);
CREATE TABLE "articles_wording" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "version" integer unsigned NOT NULL CHECK ("version" >= 0), "language" varchar(10) NOT NULL, "title" varchar(120) NOT NULL, "summary" varchar(250) NOT NULL, "body" text NOT NULL, "emergency_signs" text NOT NULL, "urgent_signs" text NOT NULL, "visit_signs" text NOT NULL, "written_at" datetime NOT NULL, "text_id" bigint NOT NULL REFERENCES "articles_articletext" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_wording_per_text_and_version" UNIQUE ("text_id", "version"));
INSERT INTO "articles_wording" VALUES(1,1,'en','Headaches That Start in the Neck','Some headaches begin in the joints and muscles of the neck. Learn the usual signs, and which headaches are an emergency.','<p>Head pain does not always start in the head. Sometimes the problem is in the neck, and the pain spreads upward. This is called a neck-related headache (cervicogenic headache).</p>
<h2>What is it?</h2>
<p>Nerves from the upper neck and nerves from the head meet in the same place. So pain from the neck can feel like pain in the head. It often starts at the back of the head and moves toward one eye.</p>
<p>These signs are common:</p>
<ul>
<li>pain that is mostly on one side</li>
<li>a stiff neck that does not turn as far as usual</li>
<li>pain that gets worse when you move or hold your neck a certain way</li>
<li>sore spots at the top of the neck</li>
</ul>
<p>Migraine and tension headaches can cause neck pain too. That makes them hard to tell apart without an exam.</p>
<h2>What commonly causes it?</h2>
<ul>
<li>irritated joints in the upper neck</li>
<li>tight or tired neck muscles</li>
<li>long hours at a desk, at the wheel or on a phone</li>
<li>an old injury, such as whiplash from a car crash</li>
<li>wear in the neck joints (arthritis)</li>
</ul>
<h2>What can you do now?</h2>
<ul>
<li>Take a break from what you are doing, and change position.</li>
<li>Turn and tilt your head slowly, within a range that feels comfortable.</li>
<li>Put a warm pack on your neck for 15 to 20 minutes.</li>
<li>Sleep on a pillow that keeps your head level with your body.</li>
<li>Write down when the headaches come and what you did before.</li>
<li>Ask a doctor or pharmacist about pain medicine. Taking it too often can bring on more headaches.</li>
</ul>
<h2>How the clinic can help</h2>
<p>Our chiropractors ask about your headaches and your health. They check how your neck moves and look for warning signs. If they see any, you need a medical doctor first.</p>
<p>If the neck seems to play a part, they talk through your options. They explain benefits and risks before anything is done. No one can promise that the headaches will stop.</p>
','a headache is sudden and severe, or the worst you have ever had
a headache comes with weakness, numbness, a drooping face or trouble speaking
a headache comes with confusion, fainting or a seizure
a headache comes with a fever and a stiff neck or a rash
a headache comes with loss of vision, double vision or trouble walking
a headache starts after a blow to the head or neck
a headache starts along with sudden, new neck pain that you have not had before','you are pregnant and have a new kind of headache: call your doctor today
you have a new kind of headache after age 50
you have had cancer and now have a new kind of headache
your headaches are getting worse','the same kind of headache keeps coming back
the pain starts at the back of your head and moves toward one eye
the headache comes on when you move or hold your neck a certain way
your head hurts after long hours at a desk, at the wheel or on a phone','2026-11-27 22:43:08.703392',1);
INSERT INTO "articles_wording" VALUES(2,1,'en','Heel Pain With the First Steps in the Morning','Heel pain that is sharp with your first steps often comes from the band under your foot. Good shoes and stretching may ease it.','<p>You get out of bed, and your heel hurts with the first steps. After some walking it eases. Later in the day it may come back.</p>
<h2>What is it?</h2>
<p>A strong band of tissue runs under your foot from the heel to the toes (the plantar fascia). It supports the arch. When it is irritated near the heel, the problem is called plantar fasciitis.</p>
<p>The band rests and tightens while you sleep. Your first steps stretch it again, and that hurts. The same can happen when you stand up after sitting.</p>
<h2>What commonly causes it?</h2>
<p>The band takes on more load than it can handle. These things can add to that load:</p>
<ul>
<li>standing or walking on hard floors for many hours</li>
<li>a sudden increase in running or walking</li>
<li>shoes with thin soles or little support</li>
<li>tight calf muscles or a tight cord above the heel (Achilles tendon)</li>
<li>very flat feet or very high arches</li>
<li>extra body weight</li>
</ul>
<p>A bony growth on the heel (heel spur) may show on an X-ray. Many people have one and feel no pain.</p>
<h2>What can you do now?</h2>
<ul>
<li><strong>Stretch before you stand:</strong> pull your toes gently toward you for about 20 seconds, a few times.</li>
<li><strong>Stretch your calf:</strong> lean toward a wall with one leg behind you and the heel down.</li>
<li><strong>Wear shoes with support:</strong> put them on right away, and do not walk barefoot on hard floors.</li>
<li><strong>Ease the load:</strong> swap some running for cycling or swimming for a while.</li>
<li><strong>Cool the heel:</strong> use a cold pack wrapped in a towel for up to 15 minutes.</li>
</ul>
<p>Be patient. It often takes some months to settle.</p>
<h2>How the clinic can help</h2>
<p>Our chiropractors ask about your shoes, your work and your sport. They examine your foot, ankle and calf, and watch how you walk. Then they explain what may be adding to the load.</p>
<p>They talk through the options with you, such as stretches and changes in activity. Your next steps are up to you. Feet differ, so no one can promise how fast the pain will ease.</p>
','you cannot put weight on the foot after a fall or jump
you felt a pop in the heel and cannot push up on your toes
the heel is hot, red and swollen, and you have a fever
your foot is suddenly numb, cold or pale
your calf is swollen and sore (this can be a blood clot), above all with chest pain or trouble breathing','you have diabetes and any sore or wound on your foot: go today
the heel pain stays when you rest
both heels hurt along with other joints','your heel hurts with the first steps in the morning
your heel hurts when you stand up after sitting
the pain comes back after a long day on your feet
stretching and shoes with support do not ease the pain enough','2026-11-27 22:43:08.761418',2);
INSERT INTO "articles_wording" VALUES(3,1,'en','Knee Pain After Running: What to Know','Running puts a high load on the knees. Rest may ease the pain, but have it checked to find the cause.','<p>Running is good for your heart. It can ease stress, and it gets you outdoors. But it also puts a high load on your knees.</p>
<p>You may have heard of “runner''s knee”. That is a broad name for pain around the kneecap (patellofemoral pain). The knee feels stiff or sore after a run, and it gets worse when you move.</p>
<h2>What causes it?</h2>
<p>Knee pain after a run often has one of these causes.</p>
<ul>
<li><strong>Overuse:</strong> muscle needs time to repair after a run. Constant bending irritates the area around the kneecap. Running every day inflames the tissue, and rest days lower the risk.</li>
<li><strong>Worn cartilage behind the kneecap (chondromalacia patella):</strong> cartilage is the smooth layer on the back of the kneecap. It can soften and wear away. The bones then rub against each other, and that hurts.</li>
<li><strong>Weak thigh muscles:</strong> muscles at the back and front of the thigh (hamstrings and quadriceps) carry the load. Going from mostly sitting to hard running is not safe. It raises the risk of damage to the cartilage.</li>
</ul>
<h2>What are the symptoms?</h2>
<ul>
<li>Pain that grows when you stand, walk or bend the knee, most of all downhill.</li>
<li>Clicking or grinding of the kneecap when you bend or straighten your leg.</li>
<li>Soreness when you press on the knee (tenderness).</li>
</ul>
<p>Runner''s knee is easy to mistake for other problems, such as arthritis. An exam can help to tell them apart.</p>
<h2>How is it treated?</h2>
<p>Rest may help. It is still worth seeing a pain specialist. Another problem may lie behind the pain (an underlying cause).</p>
<p>Our chiropractors can examine your knee and look for the cause. They offer natural treatments and talk through the options with you.</p>
<p>Treating the knee now can mean a faster recovery. It can also mean fewer injuries later. Every knee is different, so no one can promise a result.</p>
','you cannot put any weight on the leg after a fall or a blow
the knee or leg suddenly looks out of shape
the knee is hot, red and swollen, and you have a fever
the foot is cold, pale or numb after an injury
your calf is swollen and sore (this can be a blood clot), above all with chest pain or trouble breathing','the knee swells within hours of an injury
the knee locks or gives way','the pain is still there after a few days of rest
the pain comes back with every run
stairs, hills or standing up hurt
the kneecap clicks or grinds and hurts','2026-11-27 22:43:08.769274',3);
INSERT INTO "articles_wording" VALUES(4,1,'ar','ألم الركبة بعد الجري: ما ينبغي معرفته','الجري يضع ضغطًا كبيرًا على الركبتين. قد تخفف الراحة الألم، لكن من المفيد فحص الركبة لمعرفة السبب.','<p>الجري مفيد للقلب. وقد يخفف التوتر ويتيح لك قضاء وقت في الهواء الطلق. لكنه يضع أيضًا ضغطًا كبيرًا على الركبتين.</p>
<p>ربما سمعت بعبارة «ركبة العدّاء». هذا اسم عام للألم حول رضفة الركبة (الألم الرضفي الفخذي). تشعر بتيبّس الركبة أو بألم فيها بعد الجري، ويزداد ذلك مع الحركة.</p>
<h2>ما الأسباب؟</h2>
<p>كثيرًا ما يعود ألم الركبة بعد الجري إلى أحد هذه الأسباب.</p>
<ul>
<li><strong>الإفراط في الاستخدام:</strong> تحتاج العضلات إلى وقت كي ترمم نفسها بعد الجري. وثني الركبة باستمرار يهيّج المنطقة المحيطة بالرضفة. والجري كل يوم يسبب التهاب الأنسجة، أما أيام الراحة فتقلل هذا الخطر.</li>
<li><strong>تآكل الغضروف خلف الرضفة (تلين غضروف الرضفة):</strong> الغضروف هو الطبقة الملساء على السطح الخلفي للرضفة. وقد يلين ويتآكل. عندئذ تحتك العظام بعضها ببعض، وهذا مؤلم.</li>
<li><strong>ضعف عضلات الفخذ:</strong> العضلات في خلف الفخذ وأمامه (أوتار المأبض والعضلة الرباعية) هي التي تتحمل العبء. والانتقال من قلة الحركة إلى الجري الشديد ليس آمنًا. فهو يزيد خطر تضرر الغضروف.</li>
</ul>
<h2>ما الأعراض؟</h2>
<ul>
<li>ألم يزداد عند الوقوف أو المشي أو ثني الركبة، وخصوصًا عند نزول المنحدرات.</li>
<li>طقطقة أو احتكاك في الرضفة عند ثني الساق أو مدّها.</li>
<li>ألم عند الضغط على الركبة (إيلام عند الجس).</li>
</ul>
<p>من السهل الخلط بين ركبة العدّاء ومشكلات أخرى مثل التهاب المفاصل. وقد يساعد الفحص على التمييز بينها.</p>
<h2>كيف يكون العلاج؟</h2>
<p>قد تساعد الراحة. ومع ذلك من المفيد مراجعة اختصاصي في علاج الألم. فقد تكون وراء الألم مشكلة أخرى (سبب كامن).</p>
<p>يمكن للمعالجين بتقويم العمود الفقري (الكايروبراكتيك) في عيادتنا فحص ركبتك والبحث عن السبب. وهم يقدمون علاجات طبيعية ويناقشون معك الخيارات.</p>
<p>قد يعني علاج الركبة الآن تعافيًا أسرع. وقد يعني أيضًا إصابات أقل في المستقبل. كل ركبة تختلف عن غيرها، ولذلك لا يمكن لأحد أن يعد بنتيجة.</p>
','لم تستطع الوقوف على ساقك أو تحميلها وزنك بعد سقوط أو ضربة
أصبح شكل الركبة أو الساق غير طبيعي فجأة
كانت الركبة ساخنة وحمراء ومتورمة وكانت لديك حمى
أصبحت القدم باردة أو شاحبة أو خدِرة بعد إصابة
كانت ربلة الساق (بطة الساق) متورمة ومؤلمة (فقد تكون هذه جلطة دموية)، وخصوصًا مع ألم في الصدر أو صعوبة في التنفس','تورّمت الركبة خلال ساعات من التعرض لإصابة
علقت الركبة في مكانها أو انثنت تحتك فجأة','استمر الألم بعد بضعة أيام من الراحة
عاد الألم في كل مرة تجري فيها
آلمتك الركبة على الدرج أو على المنحدرات أو عند النهوض
شعرت بطقطقة أو احتكاك في الرضفة مع ألم','2026-11-27 22:43:08.775366',4);
INSERT INTO "articles_wording" VALUES(5,1,'es','Dolor de rodilla después de correr: lo que debe saber','Correr exige mucho a las rodillas. El descanso puede aliviar el dolor, pero conviene una revisión para encontrar la causa.','<p>Correr es bueno para el corazón. Puede aliviar el estrés y le permite pasar tiempo al aire libre. Pero también somete las rodillas a una gran carga.</p>
<p>Tal vez haya oído hablar de la «rodilla del corredor». Es un nombre amplio para el dolor alrededor de la rótula (dolor patelofemoral). La rodilla se siente rígida o adolorida después de correr y empeora al moverse.</p>
<h2>¿Cuáles son las causas?</h2>
<p>El dolor de rodilla después de correr suele tener una de estas causas.</p>
<ul>
<li><strong>Uso excesivo:</strong> el músculo necesita tiempo para repararse después de correr. Doblar la rodilla constantemente irrita la zona que rodea la rótula. Correr todos los días inflama los tejidos, y los días de descanso reducen el riesgo.</li>
<li><strong>Cartílago desgastado tras la rótula (condromalacia rotuliana):</strong> el cartílago es la capa lisa en la parte posterior de la rótula. Puede ablandarse y desgastarse. Entonces los huesos rozan entre sí, y eso duele.</li>
<li><strong>Músculos débiles en los muslos:</strong> los músculos de atrás y de delante (isquiotibiales y cuádriceps) soportan la carga. Pasar de una vida sedentaria a correr con intensidad no es seguro. Aumenta el riesgo de dañar el cartílago.</li>
</ul>
<h2>¿Cuáles son los síntomas?</h2>
<ul>
<li>Dolor que aumenta al estar de pie, caminar o doblar la rodilla, sobre todo cuesta abajo.</li>
<li>Chasquidos o crujidos de la rótula al doblar o enderezar la pierna.</li>
<li>Dolor al presionar la rodilla (sensibilidad a la presión).</li>
</ul>
<p>Es fácil confundir la rodilla del corredor con otros problemas, como la artritis. Un examen puede ayudar a distinguirlos.</p>
<h2>¿Cómo se trata?</h2>
<p>El descanso puede ayudar. Aun así, vale la pena consultar a un especialista en dolor. Puede haber otro problema detrás del dolor (una causa subyacente).</p>
<p>Nuestros quiroprácticos pueden examinarle la rodilla y buscar la causa. Ofrecen tratamientos naturales y hablan con usted sobre las opciones.</p>
<p>Tratar la rodilla ahora puede significar una recuperación más rápida. También puede significar menos lesiones más adelante. Cada rodilla es diferente, así que nadie puede prometer un resultado.</p>
','no puede apoyar nada de peso en la pierna después de una caída o un golpe
la rodilla o la pierna de pronto se ve deformada
la rodilla está caliente, roja e hinchada, y usted tiene fiebre
el pie está frío, pálido o adormecido después de una lesión
tiene la pantorrilla hinchada y adolorida (puede ser un coágulo de sangre), sobre todo si le duele el pecho o le cuesta respirar','la rodilla se hincha a las pocas horas de una lesión
la rodilla se le traba o le falla','el dolor sigue después de unos días de descanso
el dolor vuelve cada vez que corre
le duele la rodilla en las escaleras, en las cuestas o al levantarse
la rótula chasquea o cruje y le duele','2026-11-27 22:43:08.780190',5);
INSERT INTO "articles_wording" VALUES(6,1,'pl','Ból kolana po bieganiu: co warto wiedzieć','Bieganie mocno obciąża kolana. Odpoczynek może złagodzić ból, ale warto zbadać kolano i poznać przyczynę.','<p>Bieganie jest dobre dla serca. Może zmniejszać stres i&nbsp;pozwala spędzać czas na świeżym powietrzu. Jednak mocno obciąża też kolana.</p>
<p>Być może znają Państwo określenie „kolano biegacza”. To szeroka nazwa bólu wokół rzepki (ból rzepkowo-udowy). Po biegu kolano jest sztywne lub obolałe, a&nbsp;podczas ruchu dolegliwości się nasilają.</p>
<h2>Jakie są przyczyny?</h2>
<p>Ból kolana po bieganiu często ma jedną z&nbsp;tych przyczyn.</p>
<ul>
<li><strong>Przeciążenie:</strong> po biegu mięśnie potrzebują czasu na regenerację. Ciągłe zginanie kolana podrażnia okolicę rzepki. Codzienne bieganie wywołuje stan zapalny tkanek, a&nbsp;dni odpoczynku zmniejszają ryzyko.</li>
<li><strong>Zużycie chrząstki za rzepką (chondromalacja rzepki):</strong> chrząstka to gładka warstwa na tylnej stronie rzepki. Może zmięknąć i&nbsp;się ścierać. Wtedy kości trą o&nbsp;siebie i&nbsp;to powoduje ból.</li>
<li><strong>Słabe mięśnie ud:</strong> obciążenie przejmują mięśnie z&nbsp;tyłu i&nbsp;z&nbsp;przodu uda (mięśnie kulszowo-goleniowe i&nbsp;mięsień czworogłowy). Przejście od siedzącego trybu życia prosto do intensywnego biegania nie jest bezpieczne. Zwiększa ryzyko uszkodzenia chrząstki.</li>
</ul>
<h2>Jakie są objawy?</h2>
<ul>
<li>Ból, który narasta podczas stania, chodzenia lub zginania kolana, zwłaszcza podczas schodzenia ze wzniesienia.</li>
<li>Przeskakiwanie lub trzeszczenie rzepki przy zginaniu lub prostowaniu nogi.</li>
<li>Ból przy uciskaniu kolana (tkliwość uciskowa).</li>
</ul>
<p>Kolano biegacza łatwo pomylić z&nbsp;innymi problemami, na przykład z&nbsp;zapaleniem stawów. Badanie może pomóc je odróżnić.</p>
<h2>Jak się je leczy?</h2>
<p>Odpoczynek może pomóc. Mimo to warto zgłosić się do specjalisty od leczenia bólu. Za bólem może kryć się inny problem (ukryta przyczyna).</p>
<p>Nasi chiropraktycy mogą zbadać kolano i&nbsp;poszukać przyczyny. Oferują naturalne metody leczenia i&nbsp;omawiają z&nbsp;pacjentem możliwości.</p>
<p>Leczenie kolana już teraz może oznaczać szybszy powrót do zdrowia. Może też oznaczać mniej urazów w&nbsp;przyszłości. Każde kolano jest inne, więc nikt nie może obiecać wyniku.</p>
','po upadku lub uderzeniu nie mogą Państwo w ogóle obciążyć nogi
kolano lub noga nagle ma nienaturalny kształt
kolano jest gorące, czerwone i spuchnięte, a do tego mają Państwo gorączkę
po urazie stopa jest zimna, blada lub zdrętwiała
łydka jest spuchnięta i obolała (to może być zakrzep krwi), zwłaszcza gdy boli klatka piersiowa lub trudno oddychać','kolano puchnie w ciągu kilku godzin od urazu
kolano blokuje się lub nagle się ugina','ból nie mija po kilku dniach odpoczynku
ból wraca przy każdym biegu
kolano boli na schodach, na wzniesieniach lub przy wstawaniu
rzepka przeskakuje lub trzeszczy i boli','2026-11-27 22:43:08.785753',6);
INSERT INTO "articles_wording" VALUES(7,1,'en','Low Back Pain: What to Do in the First Days','With new low back pain, gentle movement is usually better than staying in bed. Know the few signs that need help right away.','<p>Low back pain often comes on fast. You bend, lift or twist, and your back locks up. New pain like this (acute low back pain) often eases over days or weeks.</p>
<h2>What is it?</h2>
<p>The pain sits between your lowest ribs and your hips. It may feel dull, sharp or tight. Your back may be stiff in the morning or after you sit for a while.</p>
<h2>What commonly causes it?</h2>
<p>Often no single cause can be found. Doctors call this nonspecific low back pain. These things commonly play a part:</p>
<ul>
<li>a pulled muscle or ligament (a strain or sprain)</li>
<li>lifting something heavy, or turning while you lift</li>
<li>a lot of sitting, or hard work your back is not used to</li>
<li>wear in the small joints or discs of the spine</li>
</ul>
<p>Serious causes are rare, but they need quick care.</p>
<h2>What can you do now?</h2>
<ul>
<li><strong>Keep moving:</strong> take short, easy walks and do light tasks. Some soreness as you move is normal.</li>
<li><strong>Do not stay in bed for long:</strong> much bed rest makes muscles stiff and weak. Lie down for a short time if you need to.</li>
<li><strong>Change position often:</strong> stand up and walk a little at least twice an hour.</li>
<li><strong>Try warmth:</strong> a warm pack over clothing for 15 to 20 minutes may ease tight muscles.</li>
<li><strong>Wait with heavy lifting:</strong> go back to it step by step as the pain settles.</li>
<li><strong>Ask about medicine:</strong> a doctor or pharmacist can say which pain medicine is safe for you.</li>
</ul>
<h2>How the clinic can help</h2>
<p>Our chiropractors ask how the pain began and examine your back. They explain what they find in plain words. Then they talk through the options with you, and you decide.</p>
<p>They can also show you ways to move and lift in daily life. If you need another kind of care, they can tell you. People respond in different ways, so no one can promise a result.</p>
','your back hurts and you lose control of your bladder or bowels, or cannot pass urine
your back hurts and you feel numb around the groin, genitals or buttocks
your back hurts and one or both legs are weak, or are getting weaker
you have a fever or chills together with the back pain
the back pain began after a serious fall or a car crash
you have chest pain or strong belly pain together with the back pain','you have back pain and have had cancer
you have back pain and thin bones (osteoporosis)
you have back pain and lose weight for no clear reason
the back pain wakes you at night
the back pain is not easing after a few weeks','your back still hurts after some days of short walks and light tasks
bending, lifting or getting up from a chair hurts
your back gets stiff when you sit for a while
the pain in your low back keeps coming back','2026-11-27 22:43:08.791256',7);
INSERT INTO "articles_wording" VALUES(8,1,'en','Neck Pain From Desk and Screen Work','Long hours at a screen can make your neck stiff and sore. Small changes at your desk and short breaks can ease the strain.','<p>Do your neck and shoulders ache after a day at the computer? You are not alone. Holding your head still for hours is hard work for your neck.</p>
<h2>What is it?</h2>
<p>The muscles at the back of your neck hold up your head. When they work for too long without a break, they get tired and tight (muscle strain). You may feel a dull ache, stiffness or sore spots.</p>
<p>The ache may spread to the shoulders or between the shoulder blades. Some people also get a headache. It often builds up through the day and eases with rest.</p>
<h2>What commonly causes it?</h2>
<ul>
<li>sitting in one position for a long time</li>
<li>a screen that is too low, too far away or off to one side</li>
<li>leaning your head forward to read</li>
<li>looking down at a phone or tablet</li>
<li>holding a phone between your ear and shoulder</li>
<li>stress, which can make you tense your shoulders</li>
</ul>
<h2>What can you do now?</h2>
<ul>
<li><strong>Raise the screen:</strong> the top edge should be near eye level, about an arm''s length away.</li>
<li><strong>Support your arms and feet:</strong> keep your elbows close to your body and your feet flat.</li>
<li><strong>Use a separate keyboard:</strong> it lets you lift a laptop to a good height.</li>
<li><strong>Take short breaks:</strong> stand up and move for a minute or two every half hour.</li>
<li><strong>Move your neck gently:</strong> turn and tilt your head slowly, and stop if it hurts more.</li>
<li><strong>Lift your phone:</strong> bring it up toward your eyes.</li>
</ul>
<p>No one position is right for the whole day. Changing it often helps more than sitting perfectly still.</p>
<h2>How the clinic can help</h2>
<p>Our chiropractors ask about your work, your desk and your day. They check how your neck moves and where it is sore. They then explain what they think is behind the pain.</p>
<p>You talk through the options together, including their benefits and risks. The choice is yours. No treatment works for everyone.</p>
','the neck pain began after a fall, a car crash or a blow to the head
your face droops, your speech is slurred, or one side of your body is weak
the neck pain came on suddenly, with dizziness, double vision or trouble walking
you have neck pain and a fever, with a stiff neck or a bad headache
your neck hurts and your arms or legs are weak, numb or clumsy
your neck hurts and you lose control of your bladder or bowels
you have chest pain, sweating or trouble breathing along with the neck pain','pain, numbness or tingling runs down your arm, and the arm is not weak or clumsy
the neck pain wakes you at night
the neck pain lasts for weeks','your neck or shoulders ache after hours at a screen
the ache comes back on most work days
short breaks and changes at your desk do not ease the ache
looking down at a phone or turning your head hurts','2026-11-27 22:43:08.796110',8);
INSERT INTO "articles_wording" VALUES(9,1,'en','Sciatica: Pain That Runs Down the Leg','Pain that shoots down one leg often comes from an irritated nerve in the low back. It often eases with time.','<p>Some back pain does not stay in the back. It runs through the buttock and down the leg. This kind of nerve pain is called sciatica.</p>
<h2>What is it?</h2>
<p>A long nerve runs from the low back to the foot on each side (the sciatic nerve). When its roots are irritated, you feel pain along its path. The pain may burn, shoot or feel like an electric shock.</p>
<p>You may also notice tingling or a numb patch in the leg or foot. Most often only one leg is affected. Sitting, coughing or sneezing can make it worse.</p>
<h2>What commonly causes it?</h2>
<ul>
<li><strong>A bulging disc (herniated disc):</strong> a cushion between two spine bones pushes out and presses on the nerve.</li>
<li><strong>A narrow spinal canal (spinal stenosis):</strong> the space around the nerves gets tighter, often with age.</li>
<li><strong>A spine bone that has moved forward (spondylolisthesis):</strong> it can crowd a nerve.</li>
<li><strong>Tight or irritated tissue in the buttock:</strong> in some people this bothers the nerve.</li>
</ul>
<p>In rare cases many nerves are squeezed at once (cauda equina syndrome). You may lose control of your bladder or feel numb around the groin. This needs care within hours.</p>
<h2>What can you do now?</h2>
<ul>
<li>Stay as active as the pain allows. Short walks are a good start.</li>
<li>Do not sit for long. Stand up often, and change how you sit.</li>
<li>Find a resting position that calms the leg. Try lying on your side with a pillow between your knees.</li>
<li>Use a warm or cold pack over clothing for 15 to 20 minutes. See which one feels good.</li>
<li>Stop any exercise that sends the pain farther down the leg.</li>
<li>Ask a doctor or pharmacist before you take pain medicine.</li>
</ul>
<p>Many people feel better within weeks. For some it takes longer.</p>
<h2>How the clinic can help</h2>
<p>Our chiropractors ask where the pain runs and what sets it off. They check your back, and the strength and feeling in your legs. This helps to show which nerve may be involved.</p>
<p>Then they talk through the options with you. Some people need a doctor''s tests or another kind of care. A result cannot be promised, because every person is different.</p>
','you lose control of your bladder or bowels, or you cannot pass urine
you feel numb around the groin, genitals or buttocks
the pain, weakness or numbness is in both legs
a leg or foot is weak, or is getting weaker
you have a fever along with the back or leg pain
the pain began after a serious fall or a car crash','you have back or leg pain and have had cancer
you have back or leg pain and lose weight for no clear reason
the back or leg pain is getting worse
the pain will not let you sleep','pain runs from your low back or buttock down one leg
sitting, coughing or sneezing brings on the leg pain
you feel tingling in one leg or foot
the leg pain goes away and then comes back','2026-11-27 22:43:08.800704',9);
INSERT INTO "articles_wording" VALUES(10,1,'en','Shoulder Pain When Lifting the Arm','Pain when you reach up often comes from the tendons at the top of the shoulder. Rest it a little, but keep it moving.','<p>Reaching for a shelf hurts. So does putting on a coat or combing your hair. Pain when you lift your arm is a common shoulder problem.</p>
<h2>What is it?</h2>
<p>Four muscles and their cords (tendons) hold the ball of your shoulder in its socket. Together they are called the rotator cuff. They pass through a narrow space under the bone at the top of the shoulder.</p>
<p>When this area is irritated, raising the arm hurts. You may feel it on the outside of the upper arm. Lying on that side at night can hurt too.</p>
<h2>What commonly causes it?</h2>
<ul>
<li><strong>Irritated tendons (rotator cuff tendinopathy):</strong> lifting or reaching over your head many times can overload them.</li>
<li><strong>A swollen cushion (bursitis):</strong> a small sac of fluid in the shoulder gets sore.</li>
<li><strong>A torn tendon (rotator cuff tear):</strong> this can follow a fall, or come slowly with age.</li>
<li><strong>A stiff shoulder (frozen shoulder):</strong> the joint gets tight, and even someone else cannot move it far.</li>
<li><strong>A neck problem:</strong> an irritated nerve in the neck can send pain to the shoulder.</li>
</ul>
<p>Shoulder pain can also be a sign of a heart attack. Call 911 if your chest hurts too or you have trouble breathing.</p>
<h2>What can you do now?</h2>
<ul>
<li>Cut back on work above shoulder height for a while.</li>
<li>Keep the arm moving in ways that do not hurt much. A shoulder kept still for too long can get stiff.</li>
<li>Move things you use often to a lower shelf.</li>
<li>Carry and lift close to your body.</li>
<li>Use a cold or warm pack over clothing for 15 to 20 minutes.</li>
<li>At night, lie on your other side and rest the sore arm on a pillow.</li>
<li>Ask a doctor or pharmacist before you take pain medicine.</li>
</ul>
<h2>How the clinic can help</h2>
<p>Our chiropractors ask how the pain started and which movements hurt. They examine your shoulder, and your neck as well. The exam can help to show where the pain comes from.</p>
<p>They explain what they find and talk through the options with you. If a scan or another kind of care makes sense, they can say so. How a shoulder responds differs from person to person.</p>
','shoulder pain comes with pain or pressure in the chest, jaw or back: it may be your heart
shoulder pain comes with trouble breathing, a cold sweat, an upset stomach or feeling faint
shoulder pain comes with sudden weakness on one side, a drooping face or trouble speaking
you had a fall or blow, and the shoulder looks out of shape
you suddenly cannot lift your arm after an injury
your arm or hand is numb, cold or pale
the shoulder is hot, red or swollen, and you have a fever','there is a lump on or near the shoulder
the shoulder hurts even at rest
the shoulder pain is not easing after a few weeks','reaching up, combing your hair or putting on a coat hurts
it hurts to lie on that shoulder
the shoulder is stiff and does not move as far as it did
the pain comes back when you work above shoulder height','2026-11-27 22:43:08.805225',10);
CREATE TABLE "auth_group" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(150) NOT NULL UNIQUE);
INSERT INTO "auth_group" VALUES(1,'Front desk');
INSERT INTO "auth_group" VALUES(2,'Editor');
INSERT INTO "auth_group" VALUES(3,'Manager');
CREATE TABLE "auth_group_permissions" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED);
INSERT INTO "auth_group_permissions" VALUES(1,1,1);
INSERT INTO "auth_group_permissions" VALUES(2,1,2);
INSERT INTO "auth_group_permissions" VALUES(3,1,3);
INSERT INTO "auth_group_permissions" VALUES(4,2,4);
INSERT INTO "auth_group_permissions" VALUES(5,2,5);
INSERT INTO "auth_group_permissions" VALUES(6,2,6);
INSERT INTO "auth_group_permissions" VALUES(7,2,7);
INSERT INTO "auth_group_permissions" VALUES(8,2,8);
INSERT INTO "auth_group_permissions" VALUES(9,2,9);
INSERT INTO "auth_group_permissions" VALUES(10,2,10);
INSERT INTO "auth_group_permissions" VALUES(11,2,11);
INSERT INTO "auth_group_permissions" VALUES(12,2,12);
INSERT INTO "auth_group_permissions" VALUES(13,2,13);
INSERT INTO "auth_group_permissions" VALUES(14,2,14);
INSERT INTO "auth_group_permissions" VALUES(15,2,15);
INSERT INTO "auth_group_permissions" VALUES(16,2,16);
INSERT INTO "auth_group_permissions" VALUES(17,2,17);
INSERT INTO "auth_group_permissions" VALUES(18,2,18);
INSERT INTO "auth_group_permissions" VALUES(19,2,19);
INSERT INTO "auth_group_permissions" VALUES(20,2,20);
INSERT INTO "auth_group_permissions" VALUES(21,2,21);
INSERT INTO "auth_group_permissions" VALUES(22,2,22);
INSERT INTO "auth_group_permissions" VALUES(23,2,23);
INSERT INTO "auth_group_permissions" VALUES(24,2,24);
INSERT INTO "auth_group_permissions" VALUES(25,2,25);
INSERT INTO "auth_group_permissions" VALUES(26,2,26);
INSERT INTO "auth_group_permissions" VALUES(27,2,27);
INSERT INTO "auth_group_permissions" VALUES(28,2,28);
INSERT INTO "auth_group_permissions" VALUES(29,2,29);
INSERT INTO "auth_group_permissions" VALUES(30,2,30);
INSERT INTO "auth_group_permissions" VALUES(31,2,31);
INSERT INTO "auth_group_permissions" VALUES(32,2,32);
INSERT INTO "auth_group_permissions" VALUES(33,2,33);
INSERT INTO "auth_group_permissions" VALUES(34,2,34);
INSERT INTO "auth_group_permissions" VALUES(35,2,35);
INSERT INTO "auth_group_permissions" VALUES(36,2,36);
INSERT INTO "auth_group_permissions" VALUES(37,2,37);
INSERT INTO "auth_group_permissions" VALUES(38,2,38);
INSERT INTO "auth_group_permissions" VALUES(39,2,39);
INSERT INTO "auth_group_permissions" VALUES(40,2,40);
INSERT INTO "auth_group_permissions" VALUES(41,2,41);
INSERT INTO "auth_group_permissions" VALUES(42,3,1);
INSERT INTO "auth_group_permissions" VALUES(43,3,2);
INSERT INTO "auth_group_permissions" VALUES(44,3,3);
INSERT INTO "auth_group_permissions" VALUES(45,3,4);
INSERT INTO "auth_group_permissions" VALUES(46,3,5);
INSERT INTO "auth_group_permissions" VALUES(47,3,6);
INSERT INTO "auth_group_permissions" VALUES(48,3,7);
INSERT INTO "auth_group_permissions" VALUES(49,3,8);
INSERT INTO "auth_group_permissions" VALUES(50,3,9);
INSERT INTO "auth_group_permissions" VALUES(51,3,10);
INSERT INTO "auth_group_permissions" VALUES(52,3,11);
INSERT INTO "auth_group_permissions" VALUES(53,3,12);
INSERT INTO "auth_group_permissions" VALUES(54,3,13);
INSERT INTO "auth_group_permissions" VALUES(55,3,14);
INSERT INTO "auth_group_permissions" VALUES(56,3,15);
INSERT INTO "auth_group_permissions" VALUES(57,3,16);
INSERT INTO "auth_group_permissions" VALUES(58,3,17);
INSERT INTO "auth_group_permissions" VALUES(59,3,18);
INSERT INTO "auth_group_permissions" VALUES(60,3,19);
INSERT INTO "auth_group_permissions" VALUES(61,3,20);
INSERT INTO "auth_group_permissions" VALUES(62,3,21);
INSERT INTO "auth_group_permissions" VALUES(63,3,22);
INSERT INTO "auth_group_permissions" VALUES(64,3,23);
INSERT INTO "auth_group_permissions" VALUES(65,3,24);
INSERT INTO "auth_group_permissions" VALUES(66,3,25);
INSERT INTO "auth_group_permissions" VALUES(67,3,26);
INSERT INTO "auth_group_permissions" VALUES(68,3,27);
INSERT INTO "auth_group_permissions" VALUES(69,3,28);
INSERT INTO "auth_group_permissions" VALUES(70,3,29);
INSERT INTO "auth_group_permissions" VALUES(71,3,30);
INSERT INTO "auth_group_permissions" VALUES(72,3,31);
INSERT INTO "auth_group_permissions" VALUES(73,3,32);
INSERT INTO "auth_group_permissions" VALUES(74,3,33);
INSERT INTO "auth_group_permissions" VALUES(75,3,34);
INSERT INTO "auth_group_permissions" VALUES(76,3,35);
INSERT INTO "auth_group_permissions" VALUES(77,3,36);
INSERT INTO "auth_group_permissions" VALUES(78,3,37);
INSERT INTO "auth_group_permissions" VALUES(79,3,38);
INSERT INTO "auth_group_permissions" VALUES(80,3,39);
INSERT INTO "auth_group_permissions" VALUES(81,3,40);
INSERT INTO "auth_group_permissions" VALUES(82,3,41);
INSERT INTO "auth_group_permissions" VALUES(83,3,42);
INSERT INTO "auth_group_permissions" VALUES(84,3,43);
INSERT INTO "auth_group_permissions" VALUES(85,3,44);
INSERT INTO "auth_group_permissions" VALUES(86,3,45);
INSERT INTO "auth_group_permissions" VALUES(87,3,46);
INSERT INTO "auth_group_permissions" VALUES(88,3,47);
INSERT INTO "auth_group_permissions" VALUES(89,3,48);
INSERT INTO "auth_group_permissions" VALUES(90,3,49);
INSERT INTO "auth_group_permissions" VALUES(91,3,50);
INSERT INTO "auth_group_permissions" VALUES(92,3,51);
INSERT INTO "auth_group_permissions" VALUES(93,3,52);
INSERT INTO "auth_group_permissions" VALUES(94,3,53);
INSERT INTO "auth_group_permissions" VALUES(95,3,54);
INSERT INTO "auth_group_permissions" VALUES(96,3,55);
INSERT INTO "auth_group_permissions" VALUES(97,3,56);
INSERT INTO "auth_group_permissions" VALUES(98,3,57);
CREATE TABLE "auth_permission" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "codename" varchar(100) NOT NULL, "name" varchar(255) NOT NULL);
INSERT INTO "auth_permission" VALUES(1,1,'view_consultationrequest','Can view consultation request');
INSERT INTO "auth_permission" VALUES(2,1,'change_consultationrequest','Can change consultation request');
INSERT INTO "auth_permission" VALUES(3,2,'view_outgoingmail','Can view outgoing mail');
INSERT INTO "auth_permission" VALUES(4,3,'add_topic','Can add topic');
INSERT INTO "auth_permission" VALUES(5,3,'change_topic','Can change topic');
INSERT INTO "auth_permission" VALUES(6,3,'delete_topic','Can delete topic');
INSERT INTO "auth_permission" VALUES(7,3,'view_topic','Can view topic');
INSERT INTO "auth_permission" VALUES(8,4,'add_topicname','Can add topic name');
INSERT INTO "auth_permission" VALUES(9,4,'change_topicname','Can change topic name');
INSERT INTO "auth_permission" VALUES(10,4,'delete_topicname','Can delete topic name');
INSERT INTO "auth_permission" VALUES(11,4,'view_topicname','Can view topic name');
INSERT INTO "auth_permission" VALUES(12,5,'add_article','Can add article');
INSERT INTO "auth_permission" VALUES(13,5,'change_article','Can change article');
INSERT INTO "auth_permission" VALUES(14,5,'delete_article','Can delete article');
INSERT INTO "auth_permission" VALUES(15,5,'view_article','Can view article');
INSERT INTO "auth_permission" VALUES(16,6,'add_articletext','Can add article text');
INSERT INTO "auth_permission" VALUES(17,6,'change_articletext','Can change article text');
INSERT INTO "auth_permission" VALUES(18,6,'delete_articletext','Can delete article text');
INSERT INTO "auth_permission" VALUES(19,6,'view_articletext','Can view article text');
INSERT INTO "auth_permission" VALUES(20,7,'add_reference','Can add reference');
INSERT INTO "auth_permission" VALUES(21,7,'change_reference','Can change reference');
INSERT INTO "auth_permission" VALUES(22,7,'delete_reference','Can delete reference');
INSERT INTO "auth_permission" VALUES(23,7,'view_reference','Can view reference');
INSERT INTO "auth_permission" VALUES(24,8,'add_picture','Can add picture');
INSERT INTO "auth_permission" VALUES(25,8,'change_picture','Can change picture');
INSERT INTO "auth_permission" VALUES(26,8,'delete_picture','Can delete picture');
INSERT INTO "auth_permission" VALUES(27,8,'view_picture','Can view picture');
INSERT INTO "auth_permission" VALUES(28,9,'add_picturetext','Can add picture text');
INSERT INTO "auth_permission" VALUES(29,9,'change_picturetext','Can change picture text');
INSERT INTO "auth_permission" VALUES(30,9,'delete_picturetext','Can delete picture text');
INSERT INTO "auth_permission" VALUES(31,9,'view_picturetext','Can view picture text');
INSERT INTO "auth_permission" VALUES(32,10,'add_articlepicture','Can add article picture');
INSERT INTO "auth_permission" VALUES(33,10,'change_articlepicture','Can change article picture');
INSERT INTO "auth_permission" VALUES(34,10,'delete_articlepicture','Can delete article picture');
INSERT INTO "auth_permission" VALUES(35,10,'view_articlepicture','Can view article picture');
INSERT INTO "auth_permission" VALUES(36,11,'view_interfacereview','Can view interface review');
INSERT INTO "auth_permission" VALUES(37,11,'change_interfacereview','Can change interface review');
INSERT INTO "auth_permission" VALUES(38,12,'add_redirect','Can add redirect');
INSERT INTO "auth_permission" VALUES(39,12,'change_redirect','Can change redirect');
INSERT INTO "auth_permission" VALUES(40,12,'delete_redirect','Can delete redirect');
INSERT INTO "auth_permission" VALUES(41,12,'view_redirect','Can view redirect');
INSERT INTO "auth_permission" VALUES(42,1,'erase_consultationrequest','Can permanently erase a request');
INSERT INTO "auth_permission" VALUES(43,1,'export_consultationrequest','Can export requests to a file');
INSERT INTO "auth_permission" VALUES(44,13,'view_accessrecord','Can view access record');
INSERT INTO "auth_permission" VALUES(45,14,'view_clinic','Can view clinic');
INSERT INTO "auth_permission" VALUES(46,14,'change_clinic','Can change clinic');
INSERT INTO "auth_permission" VALUES(47,15,'add_openingperiod','Can add opening period');
INSERT INTO "auth_permission" VALUES(48,15,'change_openingperiod','Can change opening period');
INSERT INTO "auth_permission" VALUES(49,15,'delete_openingperiod','Can delete opening period');
INSERT INTO "auth_permission" VALUES(50,15,'view_openingperiod','Can view opening period');
INSERT INTO "auth_permission" VALUES(51,16,'add_closure','Can add closure');
INSERT INTO "auth_permission" VALUES(52,16,'change_closure','Can change closure');
INSERT INTO "auth_permission" VALUES(53,16,'delete_closure','Can delete closure');
INSERT INTO "auth_permission" VALUES(54,16,'view_closure','Can view closure');
INSERT INTO "auth_permission" VALUES(55,17,'view_user','Can view user');
INSERT INTO "auth_permission" VALUES(56,17,'add_user','Can add user');
INSERT INTO "auth_permission" VALUES(57,17,'change_user','Can change user');
INSERT INTO "auth_permission" VALUES(58,19,'add_duty','Can add duty');
INSERT INTO "auth_permission" VALUES(59,19,'change_duty','Can change duty');
INSERT INTO "auth_permission" VALUES(60,19,'delete_duty','Can delete duty');
INSERT INTO "auth_permission" VALUES(61,19,'view_duty','Can view duty');
INSERT INTO "auth_permission" VALUES(62,14,'add_clinic','Can add clinic');
INSERT INTO "auth_permission" VALUES(63,14,'delete_clinic','Can delete clinic');
INSERT INTO "auth_permission" VALUES(64,11,'add_interfacereview','Can add interface review');
INSERT INTO "auth_permission" VALUES(65,11,'delete_interfacereview','Can delete interface review');
INSERT INTO "auth_permission" VALUES(66,13,'add_accessrecord','Can add access record');
INSERT INTO "auth_permission" VALUES(67,13,'change_accessrecord','Can change access record');
INSERT INTO "auth_permission" VALUES(68,13,'delete_accessrecord','Can delete access record');
INSERT INTO "auth_permission" VALUES(69,1,'add_consultationrequest','Can add consultation request');
INSERT INTO "auth_permission" VALUES(70,1,'delete_consultationrequest','Can delete consultation request');
INSERT INTO "auth_permission" VALUES(71,22,'add_entry','Can add entry');
INSERT INTO "auth_permission" VALUES(72,22,'change_entry','Can change entry');
INSERT INTO "auth_permission" VALUES(73,22,'delete_entry','Can delete entry');
INSERT INTO "auth_permission" VALUES(74,22,'view_entry','Can view entry');
INSERT INTO "auth_permission" VALUES(75,23,'add_lookupkey','Can add lookup key');
INSERT INTO "auth_permission" VALUES(76,23,'change_lookupkey','Can change lookup key');
INSERT INTO "auth_permission" VALUES(77,23,'delete_lookupkey','Can delete lookup key');
INSERT INTO "auth_permission" VALUES(78,23,'view_lookupkey','Can view lookup key');
INSERT INTO "auth_permission" VALUES(79,2,'add_outgoingmail','Can add outgoing mail');
INSERT INTO "auth_permission" VALUES(80,2,'change_outgoingmail','Can change outgoing mail');
INSERT INTO "auth_permission" VALUES(81,2,'delete_outgoingmail','Can delete outgoing mail');
INSERT INTO "auth_permission" VALUES(82,24,'add_totpdevice','Can add TOTP device');
INSERT INTO "auth_permission" VALUES(83,24,'change_totpdevice','Can change TOTP device');
INSERT INTO "auth_permission" VALUES(84,24,'delete_totpdevice','Can delete TOTP device');
INSERT INTO "auth_permission" VALUES(85,24,'view_totpdevice','Can view TOTP device');
INSERT INTO "auth_permission" VALUES(86,25,'add_staticdevice','Can add static device');
INSERT INTO "auth_permission" VALUES(87,25,'change_staticdevice','Can change static device');
INSERT INTO "auth_permission" VALUES(88,25,'delete_staticdevice','Can delete static device');
INSERT INTO "auth_permission" VALUES(89,25,'view_staticdevice','Can view static device');
INSERT INTO "auth_permission" VALUES(90,26,'add_statictoken','Can add static token');
INSERT INTO "auth_permission" VALUES(91,26,'change_statictoken','Can change static token');
INSERT INTO "auth_permission" VALUES(92,26,'delete_statictoken','Can delete static token');
INSERT INTO "auth_permission" VALUES(93,26,'view_statictoken','Can view static token');
INSERT INTO "auth_permission" VALUES(94,27,'add_accessattempt','Can add access attempt');
INSERT INTO "auth_permission" VALUES(95,27,'change_accessattempt','Can change access attempt');
INSERT INTO "auth_permission" VALUES(96,27,'delete_accessattempt','Can delete access attempt');
INSERT INTO "auth_permission" VALUES(97,27,'view_accessattempt','Can view access attempt');
INSERT INTO "auth_permission" VALUES(98,28,'add_accesslog','Can add access log');
INSERT INTO "auth_permission" VALUES(99,28,'change_accesslog','Can change access log');
INSERT INTO "auth_permission" VALUES(100,28,'delete_accesslog','Can delete access log');
INSERT INTO "auth_permission" VALUES(101,28,'view_accesslog','Can view access log');
INSERT INTO "auth_permission" VALUES(102,29,'add_accessfailurelog','Can add access failure');
INSERT INTO "auth_permission" VALUES(103,29,'change_accessfailurelog','Can change access failure');
INSERT INTO "auth_permission" VALUES(104,29,'delete_accessfailurelog','Can delete access failure');
INSERT INTO "auth_permission" VALUES(105,29,'view_accessfailurelog','Can view access failure');
INSERT INTO "auth_permission" VALUES(106,30,'add_accessattemptexpiration','Can add access attempt expiration');
INSERT INTO "auth_permission" VALUES(107,30,'change_accessattemptexpiration','Can change access attempt expiration');
INSERT INTO "auth_permission" VALUES(108,30,'delete_accessattemptexpiration','Can delete access attempt expiration');
INSERT INTO "auth_permission" VALUES(109,30,'view_accessattemptexpiration','Can view access attempt expiration');
INSERT INTO "auth_permission" VALUES(110,31,'add_logentry','Can add log entry');
INSERT INTO "auth_permission" VALUES(111,31,'change_logentry','Can change log entry');
INSERT INTO "auth_permission" VALUES(112,31,'delete_logentry','Can delete log entry');
INSERT INTO "auth_permission" VALUES(113,31,'view_logentry','Can view log entry');
INSERT INTO "auth_permission" VALUES(114,32,'add_permission','Can add permission');
INSERT INTO "auth_permission" VALUES(115,32,'change_permission','Can change permission');
INSERT INTO "auth_permission" VALUES(116,32,'delete_permission','Can delete permission');
INSERT INTO "auth_permission" VALUES(117,32,'view_permission','Can view permission');
INSERT INTO "auth_permission" VALUES(118,33,'add_group','Can add group');
INSERT INTO "auth_permission" VALUES(119,33,'change_group','Can change group');
INSERT INTO "auth_permission" VALUES(120,33,'delete_group','Can delete group');
INSERT INTO "auth_permission" VALUES(121,33,'view_group','Can view group');
INSERT INTO "auth_permission" VALUES(122,17,'delete_user','Can delete user');
INSERT INTO "auth_permission" VALUES(123,34,'add_contenttype','Can add content type');
INSERT INTO "auth_permission" VALUES(124,34,'change_contenttype','Can change content type');
INSERT INTO "auth_permission" VALUES(125,34,'delete_contenttype','Can delete content type');
INSERT INTO "auth_permission" VALUES(126,34,'view_contenttype','Can view content type');
INSERT INTO "auth_permission" VALUES(127,35,'add_session','Can add session');
INSERT INTO "auth_permission" VALUES(128,35,'change_session','Can change session');
INSERT INTO "auth_permission" VALUES(129,35,'delete_session','Can delete session');
INSERT INTO "auth_permission" VALUES(130,35,'view_session','Can view session');
INSERT INTO "auth_permission" VALUES(131,36,'add_site','Can add site');
INSERT INTO "auth_permission" VALUES(132,36,'change_site','Can change site');
INSERT INTO "auth_permission" VALUES(133,36,'delete_site','Can delete site');
INSERT INTO "auth_permission" VALUES(134,36,'view_site','Can view site');
CREATE TABLE "auth_user" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "password" varchar(128) NOT NULL, "last_login" datetime NULL, "is_superuser" bool NOT NULL, "username" varchar(150) NOT NULL UNIQUE, "last_name" varchar(150) NOT NULL, "email" varchar(254) NOT NULL, "is_staff" bool NOT NULL, "is_active" bool NOT NULL, "date_joined" datetime NOT NULL, "first_name" varchar(150) NOT NULL);
INSERT INTO "auth_user" VALUES(1,'pbkdf2_sha256$1000000$ekFDP34JzLZqMKVJjdg3oJ$pt943X5nIaIqI5UQRz4fGdHzYs3TzHZigsrsC/4h7FA=','2026-11-27 22:43:12.972341',1,'demo-staff','','',1,1,'2026-11-27 22:43:08.806803','');
CREATE TABLE "auth_user_groups" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "user_id" integer NOT NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "auth_user_user_permissions" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "user_id" integer NOT NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "axes_accessattempt" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "user_agent" varchar(255) NOT NULL, "ip_address" char(39) NULL, "username" varchar(255) NULL, "http_accept" varchar(1025) NOT NULL, "path_info" varchar(255) NOT NULL, "attempt_time" datetime NOT NULL, "get_data" text NOT NULL, "post_data" text NOT NULL, "failures_since_start" integer unsigned NOT NULL CHECK ("failures_since_start" >= 0));
CREATE TABLE "axes_accessattemptexpiration" ("access_attempt_id" integer NOT NULL PRIMARY KEY REFERENCES "axes_accessattempt" ("id") DEFERRABLE INITIALLY DEFERRED, "expires_at" datetime NOT NULL);
CREATE TABLE "axes_accessfailurelog" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "user_agent" varchar(255) NOT NULL, "ip_address" char(39) NULL, "username" varchar(255) NULL, "http_accept" varchar(1025) NOT NULL, "path_info" varchar(255) NOT NULL, "attempt_time" datetime NOT NULL, "locked_out" bool NOT NULL);
CREATE TABLE "axes_accesslog" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "user_agent" varchar(255) NOT NULL, "ip_address" char(39) NULL, "username" varchar(255) NULL, "http_accept" varchar(1025) NOT NULL, "path_info" varchar(255) NOT NULL, "attempt_time" datetime NOT NULL, "logout_time" datetime NULL, "session_hash" varchar(64) NOT NULL);
CREATE TABLE "clinic_site_backup" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "made_at" datetime NOT NULL, "file_name" varchar(100) NOT NULL UNIQUE, "size" bigint NULL, "canary" text NOT NULL, "checked_at" datetime NULL, "problem" text NOT NULL);
CREATE TABLE "clinic_site_clinic" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(100) NOT NULL, "street" varchar(100) NOT NULL, "city" varchar(60) NOT NULL, "state" varchar(2) NOT NULL, "postal_code" varchar(10) NOT NULL, "phone" varchar(30) NOT NULL, "time_zone" varchar(40) NOT NULL, "hours_confirmed" bool NOT NULL, "same_day_minutes" smallint unsigned NOT NULL CHECK ("same_day_minutes" >= 0), "next_day_minutes" smallint unsigned NOT NULL CHECK ("next_day_minutes" >= 0), "confirm_by_mail" bool NOT NULL, "who_treats_you" text NOT NULL, "first_visit" text NOT NULL, "parking" text NOT NULL, "step_free_access" text NOT NULL, "insurance" text NOT NULL, "language_notice" text NOT NULL, "privacy_practices_url" varchar(200) NOT NULL, CONSTRAINT "one_clinic" CHECK ("id" = 1));
INSERT INTO "clinic_site_clinic" VALUES(1,'Integrated Health Solutions','10751 W. 165th Street, Suite 100','Orland Park','IL','60467','(708) 555-0177','America/Chicago',0,120,240,0,'','','','','','','');
CREATE TABLE "clinic_site_closure" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "first_day" date NOT NULL, "last_day" date NOT NULL, "reason" varchar(100) NOT NULL, "clinic_id" bigint NOT NULL REFERENCES "clinic_site_clinic" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "closure_ends_after_it_begins" CHECK ("last_day" >= ("first_day")));
CREATE TABLE "clinic_site_duty" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(40) NOT NULL UNIQUE, "due_at" datetime NOT NULL);
INSERT INTO "clinic_site_duty" VALUES(1,'purge','2026-11-28 22:43:09.825031');
INSERT INTO "clinic_site_duty" VALUES(2,'delete expired sessions','2026-11-28 22:43:09.829170');
INSERT INTO "clinic_site_duty" VALUES(3,'notify staff of overdue calls','2026-11-27 22:44:09.830381');
INSERT INTO "clinic_site_duty" VALUES(4,'erase short-lived fields','2026-11-27 22:48:09.831946');
CREATE TABLE "clinic_site_interfacereview" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "language" varchar(10) NOT NULL UNIQUE, "reviewed_by" varchar(100) NOT NULL, "reviewed_on" date NULL, "signed_fingerprint" varchar(64) NOT NULL, CONSTRAINT "interface_review_has_person_and_day" CHECK ((("reviewed_by" = '' AND "reviewed_on" IS NULL) OR (NOT ("reviewed_by" = '') AND "reviewed_on" IS NOT NULL))));
CREATE TABLE "clinic_site_openingperiod" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "weekday" smallint unsigned NOT NULL CHECK ("weekday" >= 0), "opens_at" time NOT NULL, "closes_at" time NOT NULL, "clinic_id" bigint NOT NULL REFERENCES "clinic_site_clinic" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "period_closes_after_it_opens" CHECK ("closes_at" > ("opens_at")));
INSERT INTO "clinic_site_openingperiod" VALUES(1,0,'09:00:00','17:00:00',1);
INSERT INTO "clinic_site_openingperiod" VALUES(2,1,'09:00:00','17:00:00',1);
INSERT INTO "clinic_site_openingperiod" VALUES(3,2,'09:00:00','17:00:00',1);
INSERT INTO "clinic_site_openingperiod" VALUES(4,3,'09:00:00','17:00:00',1);
INSERT INTO "clinic_site_openingperiod" VALUES(5,4,'09:00:00','17:00:00',1);
CREATE TABLE "clinic_site_publicgeneration" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "number" bigint NOT NULL, CONSTRAINT "one_generation" CHECK ("id" = 1));
INSERT INTO "clinic_site_publicgeneration" VALUES(1,-149022213122627829);
CREATE TABLE "consultations_accessrecord" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "at" datetime NOT NULL, "actor_id" bigint unsigned NULL CHECK ("actor_id" >= 0), "actor_name" varchar(150) NOT NULL, "address" varchar(45) NOT NULL, "action" varchar(20) NOT NULL, "request_id" bigint unsigned NULL CHECK ("request_id" >= 0), "reference" varchar(9) NOT NULL, "details" text NOT NULL);
INSERT INTO "consultations_accessrecord" VALUES(1,'2026-11-27 22:43:12.973591',1,'demo-staff','127.0.0.1','sign_in',NULL,'','');
INSERT INTO "consultations_accessrecord" VALUES(2,'2026-11-27 22:43:13.072482',1,'demo-staff','127.0.0.1','view',2,'T6AD-Y4WS','');
INSERT INTO "consultations_accessrecord" VALUES(3,'2026-11-27 22:43:13.149088',1,'demo-staff','127.0.0.1','change',2,'T6AD-Y4WS','call_due_at, state, note');
INSERT INTO "consultations_accessrecord" VALUES(4,'2026-11-27 22:43:13.162113',1,'demo-staff','127.0.0.1','view',2,'T6AD-Y4WS','');
INSERT INTO "consultations_accessrecord" VALUES(5,'2026-11-27 22:43:13.213368',1,'demo-staff','127.0.0.1','view',3,'J9NR-RNAA','');
INSERT INTO "consultations_accessrecord" VALUES(6,'2026-11-27 22:43:13.281194',1,'demo-staff','127.0.0.1','change',3,'J9NR-RNAA','call_due_at, state, note');
INSERT INTO "consultations_accessrecord" VALUES(7,'2026-11-27 22:43:13.292380',1,'demo-staff','127.0.0.1','view',3,'J9NR-RNAA','');
INSERT INTO "consultations_accessrecord" VALUES(8,'2026-11-27 22:43:13.356772',1,'demo-staff','127.0.0.1','view',4,'E2NP-BF3J','');
INSERT INTO "consultations_accessrecord" VALUES(9,'2026-11-27 22:43:13.436964',1,'demo-staff','127.0.0.1','change',4,'E2NP-BF3J','corrected_phone, state');
INSERT INTO "consultations_accessrecord" VALUES(10,'2026-11-27 22:43:13.449397',1,'demo-staff','127.0.0.1','view',4,'E2NP-BF3J','');
CREATE TABLE "consultations_consultationrequest" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "reference" varchar(9) NOT NULL UNIQUE, "token" varchar(32) NOT NULL UNIQUE, "received_at" datetime NOT NULL, "call_by" datetime NULL, "page_language" varchar(10) NOT NULL, "full_name" text NOT NULL, "phone" text NOT NULL, "email" text NOT NULL, "voicemail_ok" bool NULL, "best_time" varchar(10) NOT NULL, "language" varchar(10) NOT NULL, "spoken_language" varchar(10) GENERATED ALWAYS AS (CASE WHEN "language" = '' THEN "page_language" ELSE "language" END) STORED, "interpreter" bool NOT NULL, "patient_status" varchar(10) NOT NULL, "reason" text NOT NULL, "consent" bool NOT NULL, "consent_wording" text NOT NULL, "state" varchar(10) NOT NULL, "ended_at" datetime NULL, "held" bool NOT NULL, "held_because" varchar(200) NOT NULL, "corrected_phone" text NOT NULL, "call_due_at" datetime NULL, "first_called_at" datetime NULL, "last_outcome" varchar(12) NOT NULL, "last_called_at" datetime NULL, "overdue_reported_at" datetime NULL, "version" integer unsigned NOT NULL CHECK ("version" >= 0), "sameness_key" varchar(64) NULL UNIQUE, "client_key" varchar(64) NOT NULL, "assigned_to_id" integer NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "request_ended_when_its_state_says_so" CHECK ((("ended_at" IS NULL AND "state" IN ('new', 'contacted', 'scheduled')) OR ("ended_at" IS NOT NULL AND "state" IN ('closed', 'spam')))), CONSTRAINT "request_has_consent" CHECK ("consent"), CONSTRAINT "request_state_is_known" CHECK ("state" IN ('new', 'contacted', 'scheduled', 'closed', 'spam')), CONSTRAINT "ended_request_repeats_nothing" CHECK (("sameness_key" IS NULL OR NOT ("state" IN ('closed', 'spam')))), CONSTRAINT "new_request_awaits_a_call" CHECK ((NOT ("state" = 'new') OR "call_due_at" IS NOT NULL)), CONSTRAINT "promise_stands_until_the_first_call" CHECK ((NOT ("state" = 'new') OR "call_by" IS NULL OR "call_due_at" = ("call_by"))), CONSTRAINT "only_open_request_awaits_a_call" CHECK (("call_due_at" IS NULL OR "state" IN ('new', 'contacted'))), CONSTRAINT "last_call_has_outcome_and_moment" CHECK ((("last_called_at" IS NULL AND "last_outcome" = '') OR (NOT ("last_outcome" = '') AND "last_called_at" IS NOT NULL))));
INSERT INTO "consultations_consultationrequest" VALUES(1,'QGC7-NXZF','lSAggzl-UnQ2UMnpXVeRvg','2026-11-27 22:43:10.042786','2026-11-30 19:00:00','en','gAAAAABrCgd-XC68gCi-MtO6kw7VVrgjugYay-ZMyVFplBJTl56jMpdQ1JTGjwMMF9v9HIyEQD8fgB_VGrQ5LNxTrPq3WfoLVw==','gAAAAABrCgd-QbYs0EhmggYrPcc6FY5N2YrapYhmJYbwtusYtJlGAN-CfTNACxpwo0lO0j6YlCzF3KQvkzGmTpJkbcpWtN_Ndw==','gAAAAABrCgd-aNBiUqdMeBwEImMFdHDFRRM9Tim9bvv977okwiXA3M15MU8Bnwvuuz8Xoj58JjpEnNZHf6Ra-IPnFLbwuJMN59fSGrgaH4p4i9-B2-EaJoQ=',0,'morning','en',0,'new','gAAAAABrCgd-Oj_Vgkex53Mlnne9WT8r5K5FPtIft6thD9Zb3fi7sIkjR3xs-yfqslGbdcLPykkOPg-ynJonXVhe5_xdFYRY-MND9ZmcUwHytX7NOt6xYBJmsOU6Kkp3GyJOTRdtp_BawykxQd4oFm78kKqqvkm8xyZhOXVCpVxKthkUdGpmKL4=',1,'I agree that Integrated Health Solutions may contact me about this request by the means I gave above.','new',NULL,0,'','','2026-11-30 19:00:00',NULL,'',NULL,NULL,1,'a8b59a4b9974cf5ccb4c98a444bf89c09d343af1a95b53127256e25f1ab6b593','f5f21715e768b0a7f6f484a4583f5c29b2e41cda0bac1da0ee309ae2c83d4967',NULL);
INSERT INTO "consultations_consultationrequest" VALUES(2,'T6AD-Y4WS','GAPvbES-O-qIpkKTmFRtcQ','2026-11-27 22:43:10.117280','2026-11-30 19:00:00','es','gAAAAABrCgd-G2HwIJjjTcdv0uE-aFe5vPgW-Sjfxb_eS_7tNB5ku9lqpaYQEExD_BNzzaQ-oi4OW7aG-nWh6cie6AB_UOF-HA==','gAAAAABrCgd-uHhmis1TYzzBViGGJ5GW56iGBb_mdx3_xjTovK-K9t1lpCSuW3K0RzXbZD04VUBLfebE6MlbcImItKFggWPsBw==','',1,'any','es',0,'returning','gAAAAABrCgd-CzOu5JjkKsAZtzIszR9sXQ-QgRUT_B9I8qw5S3-Bhk0ZpjL-IEu_MpqC9269ufl4gf3Hf1JD5p4ER4mJR_2d4gj2uDppFCIdT_YTfhMXEO_CVAxvoyF-3cVjSqnkUker',1,'Acepto que Integrated Health Solutions se comunique conmigo sobre esta solicitud por los medios que indiqué arriba.','closed','2026-11-27 22:43:13.146907',0,'','',NULL,NULL,'',NULL,NULL,2,NULL,'f5f21715e768b0a7f6f484a4583f5c29b2e41cda0bac1da0ee309ae2c83d4967',NULL);
INSERT INTO "consultations_consultationrequest" VALUES(3,'J9NR-RNAA','jyFt2V6Kb53yKPYVAv5f8A','2026-11-27 22:43:10.185662','2026-11-30 19:00:00','pl','gAAAAABrCgd-qUcR-azws2Ucum7atqQrKuULgwyIjnOkHMccf853nmDm3MB3bEc8mbahDobmJkmVHnkx7FZwTymi74xeLHEy6w==','gAAAAABrCgd-dxfF65MR6K9wVtP0gQCWBrJgCnoVKdGhKqdZp06H3CoaRJQIuX8Z7AzTMhKQ1umtzYDAKar_sJECgVb_6PAjMSeI8frSf7YLECwG5KuP1Iw=','gAAAAABrCgd-vXphXrpJO3e3UUgbgPc1wNsZXH3CBW5egnJtAjNfioCTug3Ie3QnUEmmxLou7z6kz6XNOnUWHK7bejShn6peIssRcyUFiz2tYeDW1HT5u6U=',1,'afternoon','pl',1,'new','gAAAAABrCgd-dBFN8tLntitXQjB4GUSbF8k0hyBJ8v621z-ZvW9FYtSwyiTAB5FmArAT0pwvc3imXnDIsYwNve9V13WiaxeM7bz8lUFVS5XGMoncAjfV5yJGnM-uN7HJHNBqx2vzDPOF',1,'Zgadzam się, aby klinika Integrated Health Solutions kontaktowała się ze mną w sprawie tego zgłoszenia w sposób podany przeze mnie powyżej.','scheduled',NULL,0,'','',NULL,'2026-11-27 22:43:13.279189','',NULL,NULL,2,'a42469920e8c6560138bccb0e6042c50eed2001fd0e1a0747e3879f3ebb44a79','f5f21715e768b0a7f6f484a4583f5c29b2e41cda0bac1da0ee309ae2c83d4967',NULL);
INSERT INTO "consultations_consultationrequest" VALUES(4,'E2NP-BF3J','XLxKMuqlxj408wW98VQcjg','2026-11-27 22:43:10.246600','2026-11-30 19:00:00','ar','gAAAAABrCgd-8nWRW40E_LK5ql4DBzaW31w2lvMVyr-COIajGmyswHfejcL-Bplfzjh8_OxaFqSbMy16agG-CEP_GQyhgv48_OcSyQMao_qN5v4cKmOE_S8=','gAAAAABrCgd-8G6JsqjKurCtZy-BNMkGgGoKoTNMv5JEwzpd-J9q0FeTekTaA2sS5oDEjeOhG8pViphTYZoFGLS7-iCOkZjt0g==','',1,'midday','ar',0,'new','gAAAAABrCgd-7uHjGhXlT2VVWPo_6YwaJh683bnwGYfCgq8A4Kqvzvy_T1ztsZamhRRXIjtkYCoTQHvhsIKZDCf7Fj3buAJ-XWaJp7zicdETLrETLUw2PAlV6qOrH5rbEWQhYSk7ylqAa9m2Wu_WvsV9rL7Z2Vihsw==',1,'أوافق على أن تتواصل معي عيادة Integrated Health Solutions بشأن هذا الطلب بالوسائل التي ذكرتها أعلاه.','contacted',NULL,0,'','gAAAAABrCgeB8JphrDsL4Hv2nJwr6r7qssVqFk7agy1ysA28URLSwCpZ9JtcpLY2uU1EcHH6FCwguvhh9YxdMX5WyQvDcHcXlQ==','2026-11-30 19:00:00','2026-11-27 22:43:13.434938','',NULL,NULL,2,'57c5f397c75b0962d08b8be5f6769beb7d07a04c444e9964c458c573a89b4901','f5f21715e768b0a7f6f484a4583f5c29b2e41cda0bac1da0ee309ae2c83d4967',NULL);
INSERT INTO "consultations_consultationrequest" VALUES(5,'CG22-M4A6','wshc9GIjJhUaH19rh9OuJw','2026-11-27 22:43:10.281813','2026-11-30 19:00:00','en','gAAAAABrCgd-J5VBfEcr5tXv-ZmrmfvSZREgJK5EbSesehrpQG75P_8PO3P9WoIPBiMUzWnwT4fwMgtyJ1jwF0n760M-f9b-9A==','gAAAAABrCgd-4A90ONCSAyFUGGu4Mjs4CgYvvvxeSRtmimhkpGanq2HpMwBpWmsr_oIL5ihdeptEo4R2_vsQm5hlydTmFi_Jcw==','',0,'morning','en',0,'new','gAAAAABrCgd-NrUBvZI2vP3wdNndz6KoczW2nVzgifM9OCTTSSdJDmq5npi488lD6Q2hFc0vIm-nImGhxUTyzSJ5b8L8OSEq-VKZLE0CTmFqJfJa0faLo9RW4dVyiwn5MTpBfouAt0qbJCqeo3U81_q3JWq6tlOomA==',1,'I agree that Integrated Health Solutions may contact me about this request by the means I gave above.','new',NULL,1,'links','','2026-11-30 19:00:00',NULL,'',NULL,NULL,1,'576ee19d98ac72281eb196a16a0ce2a8947a4e5575f9d2817cc8f2aeed0d6fc6','f5f21715e768b0a7f6f484a4583f5c29b2e41cda0bac1da0ee309ae2c83d4967',NULL);
INSERT INTO "consultations_consultationrequest" VALUES(6,'66PQ-DRRX','9d61yOXwR5ZJ6wfkoFt6qQ','2026-11-27 22:43:11.931973','2026-11-30 19:00:00','en','gAAAAABrCgd_iAauga8MXTNsW3d_TDa_70bjpxUNNwK3zd3QYx9vxuVPE2RbmBRX-Rij4GcL3-Sl24DEtd8O1uC4H9Gu3sX8pQ==','gAAAAABrCgd_m71sjoRvuCVCtFflZX3ZPel6DoW5iIxl2OPtMJ36jx9dSbKQQgSX4HXAlG2ZQr-8fbyUA4He0k4g5HNBVLgbOQ==','',1,'any','es',0,'returning','gAAAAABrCgd_-sGe9HmxcfNXeQE-uI05wSzeiETX0tIonng0CnE9IOueOt9wcfz71nsM-E1NYjl8RIQ3I1ozYGuInIDyoJAnM0leFic3ezHGDzc9nYdwZ5M=',1,'I agree that Integrated Health Solutions may contact me about this request by the means I gave above.','new',NULL,0,'','','2026-11-30 19:00:00',NULL,'',NULL,NULL,1,'0fc48d9cb40eb11415f2206e1f18b3244f0deeece8262e796d97131aeb925946','f5f21715e768b0a7f6f484a4583f5c29b2e41cda0bac1da0ee309ae2c83d4967',NULL);
CREATE TABLE "consultations_entry" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "at" datetime NOT NULL, "by_name" varchar(150) NOT NULL, "outcome" varchar(12) NOT NULL, "note" text NOT NULL, "changes" text NOT NULL, "state_before" varchar(10) NOT NULL, "state_after" varchar(10) NOT NULL, "due_before" datetime NULL, "due_after" datetime NULL, "held_before" bool NULL, "interpreter_before" bool NULL, "by_id" integer NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED, "consultation_request_id" bigint NOT NULL REFERENCES "consultations_consultationrequest" ("id") DEFERRABLE INITIALLY DEFERRED, "undoes_id" bigint NULL UNIQUE REFERENCES "consultations_entry" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "undoing_is_no_call" CHECK (("undoes_id" IS NULL OR "outcome" = '')));
INSERT INTO "consultations_entry" VALUES(1,'2026-11-27 22:43:13.147050','demo-staff','','gAAAAABrCgeBqF0cRG18-7tERbMHisUSrF8CWTfSrIPosmrytf_RCK2Qv-OY7xtNEwBc2tijopUNyFrQeQqIpYh0otSnY6sQ9BT-sCtzGF18lZNg87AeKmg=','gAAAAABrCgeBnpLmIHyDYGqhyNFMlgYYoFAdhZT1qQ-GmlsijSQtm3jCSt2iW9yw3tOf99UIfSkUGA8tD9rESOMoB96cazESx_a0H00GuEorUlNiwEaizg3Sz9G5zZLERYG0YhK-IMHS','new','closed','2026-11-30 19:00:00',NULL,NULL,NULL,1,2,NULL);
INSERT INTO "consultations_entry" VALUES(2,'2026-11-27 22:43:13.279292','demo-staff','','gAAAAABrCgeBhhKP3k_T59F39xyyyJ5m9tbbgb4ONEpx-icSnd_Uzxnv2HWQfujpV7MNsIu5z8xGnFAqkBorAmgcHgvkGqioWoEg2rPRalTw-GTB59fb_gIVJR-mm2JfE2uwaukkLFU-','gAAAAABrCgeBeQ20kd3qyiRw5f3GR25yB_wHpFRSjx4r2Ao_YFHQQGO9GtP_J-LfX8ackA1KRo3DvBJsSDfBtgyu5L7D624OQGGQljI7aTWA7DcRKMKO0747u4XT7DNzUfVxBm9lQFey','new','scheduled','2026-11-30 19:00:00',NULL,NULL,NULL,1,3,NULL);
INSERT INTO "consultations_entry" VALUES(3,'2026-11-27 22:43:13.435035','demo-staff','','','gAAAAABrCgeByC-XY15lCBVeZBievIEb0RFfRSj1bCzkDMiEPG0XgKSJSjTovl3xw2GPSjhTpD0q8rQ4eIwZhTVudynPT7xz9zIANsQ2RCT5KUE5aXBsF46eAm7YVUVwJEL9Yo6QdWnOEZ0qPnZp_BxtrM69CBd_PvUtBTXw-_2FRFcxI5Sgp6Q=','new','contacted','2026-11-30 19:00:00','2026-11-30 19:00:00',NULL,NULL,1,4,NULL);
CREATE TABLE "consultations_lookupkey" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "key" varchar(64) NOT NULL, "consultation_request_id" bigint NOT NULL REFERENCES "consultations_consultationrequest" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "lookup_key_once" UNIQUE ("consultation_request_id", "key"));
INSERT INTO "consultations_lookupkey" VALUES(1,'88ba2b258b27296df6d7bfb49573bc7debc7746949d641f416346aaf16e2ecfd',1);
INSERT INTO "consultations_lookupkey" VALUES(2,'b04c87e161730dfdf5e6558b6aa7ebf941d14bab0ce41c381c2e09a6d339edf4',1);
INSERT INTO "consultations_lookupkey" VALUES(3,'b102ad996c70e7d40658e9fc4485908d198cbe7096b8ddced6c8675a2f3a4eb9',1);
INSERT INTO "consultations_lookupkey" VALUES(4,'ce30c9cbadeaac18779ec41754a8889c182a6803748792a82ee4380f5ec80448',1);
INSERT INTO "consultations_lookupkey" VALUES(5,'f5cd03ef8cc6a0c02406096e0caf8671dc66e89003bfc7b3d53aeb3851765069',1);
INSERT INTO "consultations_lookupkey" VALUES(6,'488823ccfccfc5889d045be67dcd0a081c0f5e68b20bd14ec74059f7aea1298c',2);
INSERT INTO "consultations_lookupkey" VALUES(7,'eb8786d7df8bd7ff9621ef09fa36da1fd1ee2ef97ade63ae0972c583e4bec18c',2);
INSERT INTO "consultations_lookupkey" VALUES(8,'f180411f6fa19808e0d16d9a796988af11601a7a5c6546837f7270b56484ee4a',2);
INSERT INTO "consultations_lookupkey" VALUES(9,'180625d4f5908f2825a3b73dac07966d7cc2efca20122fe4c14436a384a91282',3);
INSERT INTO "consultations_lookupkey" VALUES(10,'54704185eb1ff337c4a830a739805177034da84fa92390de3082dd15945b1986',3);
INSERT INTO "consultations_lookupkey" VALUES(11,'5fa1090645124809424428ebb3477d6111507c3727f71bb1fd5df9ec9126ed2b',3);
INSERT INTO "consultations_lookupkey" VALUES(12,'c12210eb2260e778cf881cc4798827c64b2f112d65d49b54723983ad0bb56c56',3);
INSERT INTO "consultations_lookupkey" VALUES(13,'3000d89169417e18777c9bd3c10c9907ea5ecefbf323fd7ef07466d394c81258',4);
INSERT INTO "consultations_lookupkey" VALUES(14,'59391a4412fdee2885829b8f58a63898ab562bf2e4148d51fc8586858dc2758a',4);
INSERT INTO "consultations_lookupkey" VALUES(15,'ed96ec3ef952cf48d7ec9cf0900369d28da8371c8214e185502295c2bccc6e18',4);
INSERT INTO "consultations_lookupkey" VALUES(16,'57cc600ad7d5c8c6eeca49719bdfabb347278e53895d96ecb68257ab91061a6e',5);
INSERT INTO "consultations_lookupkey" VALUES(17,'7f1ba86a4c7ce1f984a3df0737bdf47c477061afe37a5f2914c27cdfc0a3aa01',5);
INSERT INTO "consultations_lookupkey" VALUES(18,'fe2e31e6ef6ca38903a9524eb23eabc91c53fbfeb2270bcd3ed436cc118a66da',5);
INSERT INTO "consultations_lookupkey" VALUES(19,'1913819194ce0652f64e3859b73db91d7d9d73ce7ecca24db9c1d2beaf29d331',6);
INSERT INTO "consultations_lookupkey" VALUES(20,'32966b268677dfa0ac388a31e2c11c35dde177cb680b9eb1770a4ab18c260134',6);
INSERT INTO "consultations_lookupkey" VALUES(21,'9e8f5e4e8d4db6b860c8f6f331617232a4c668627b87d95aab6dc31e5a0cdcdb',6);
INSERT INTO "consultations_lookupkey" VALUES(31,'b81d40c15d55a75024691c87db859f373f1624770f950dc940713937db9a343e',4);
CREATE TABLE "consultations_outgoingmail" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(20) NOT NULL, "recipient" text NOT NULL, "subject" varchar(200) NOT NULL, "body" text NOT NULL, "message_id" char(32) NOT NULL UNIQUE, "once_key" varchar(64) NULL UNIQUE, "created_at" datetime NOT NULL, "due_at" datetime NOT NULL, "is_claimed" bool NOT NULL, "sent_at" datetime NULL, "given_up_at" datetime NULL, "attempts" integer unsigned NOT NULL CHECK ("attempts" >= 0), "last_error" text NOT NULL, "consultation_request_id" bigint NULL REFERENCES "consultations_consultationrequest" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "mail_is_about_one_request_or_several" CHECK ((("consultation_request_id" IS NULL AND "kind" IN ('digest', 'overdue')) OR ("kind" IN ('new_request', 'confirmation') AND "consultation_request_id" IS NOT NULL))));
INSERT INTO "consultations_outgoingmail" VALUES(1,'new_request','gAAAAABrCgd-hTrypiL9syozrKp33nMHVAPRXhcr6II_YCZxUqeTRHjQJdFd1vQWYXu0qVN6jsa30_gjpP6M7cxc0PZH3h_5mTkU20VcsE48Ysg8VMzRsaQ=','New consultation request','A patient has requested a consultation.

Reference: QGC7-NXZF
Received:  Friday, November 27, 2026, 4:43 PM CST
Call by:   Monday, November 30, 2026, 1:00 PM CST

Sign in to read it:
http://127.0.0.1:20200/admin/consultations/consultationrequest/1/change/
','8b535916ad04433a8fb65a98d1e95f4e',NULL,'2026-11-27 22:43:10.053172','2026-11-27 22:48:11.833228',0,'2026-11-27 22:43:11.849915',NULL,1,'',1);
INSERT INTO "consultations_outgoingmail" VALUES(2,'new_request','gAAAAABrCgd-nOjsR15AcKHwkWKZPE1VDDh3PH4cJu1exeddBy9oJkc7psZeECPzQQMx_qF1NZ6DCpWMKz-oSTXXsRZp-loKp-x-kkraRFC6qKVOq0az4f4=','New consultation request','A patient has requested a consultation.

Reference: QGC7-NXZF
Received:  Friday, November 27, 2026, 4:43 PM CST
Call by:   Monday, November 30, 2026, 1:00 PM CST

Sign in to read it:
http://127.0.0.1:20200/admin/consultations/consultationrequest/1/change/
','97f0b84379cd46f4a3f70850306a8c7f',NULL,'2026-11-27 22:43:10.053218','2026-11-27 22:43:15.810261',0,NULL,NULL,2,'gAAAAABrCgeBBQK47zusgYmryDyLEQ1Rp8rj2YhVS9UvESrnbjTkJE1oodykM5rv3ypudyYQDyFKF2xzV8f5Vm2PstVXc_zoii5LSf3qApNb3ImBgTMzOHcXchU2thjide7FSOOonkxesXFigwQYZTcxsn8SDht82Q==',1);
INSERT INTO "consultations_outgoingmail" VALUES(3,'new_request','gAAAAABrCgd-i3jlKW66aXbMpymizBblRXkuazeoKtcOgpWmjLmeAzkNOi0pw5ngRr8B8Y15-hBba0H48ODG1rMkToQE4BTYu5PltD5i5bOta2Vh-a6AYMQ=','New consultation request','A patient has requested a consultation.

Reference: T6AD-Y4WS
Received:  Friday, November 27, 2026, 4:43 PM CST
Call by:   Monday, November 30, 2026, 1:00 PM CST

Sign in to read it:
http://127.0.0.1:20200/admin/consultations/consultationrequest/2/change/
','a10f68ba4e6a4bae84d42e70ce1096c9',NULL,'2026-11-27 22:43:10.132667','2026-11-27 22:48:11.857644',0,'2026-11-27 22:43:11.862878',NULL,1,'',2);
INSERT INTO "consultations_outgoingmail" VALUES(4,'new_request','gAAAAABrCgd-rEZsTMpOYzPcAR3fZa_O_rDkXxqXwXzyu3cfCWcgxbwyBIDN7dXj6ABI7g6Wc7Bf6P2QVXWAok9VE_HxPnvPqQFrFXonXw2lWWyQ9k0ZvuI=','New consultation request','A patient has requested a consultation.

Reference: T6AD-Y4WS
Received:  Friday, November 27, 2026, 4:43 PM CST
Call by:   Monday, November 30, 2026, 1:00 PM CST

Sign in to read it:
http://127.0.0.1:20200/admin/consultations/consultationrequest/2/change/
','940af8b8042548bdaef16a8216048c95',NULL,'2026-11-27 22:43:10.132717','2026-11-27 22:43:15.872610',0,NULL,NULL,2,'gAAAAABrCgeBkGKA5nVTzcsf_onKABxp92gX_TfggSzZaJXo-LWwhtFgh3cK8odmTvVYkOPIDl0LIWJiWpQF6tJBsp6qEZFENUc7rlhQZRGjkFvPJ_nxQFnQnn_w_Rf3e8aAwLU2DZdOw7iXd8gjJa6uODFP51L7RA==',2);
INSERT INTO "consultations_outgoingmail" VALUES(5,'new_request','gAAAAABrCgd-txyhKpuNo7IPLoMxfXrHqE0F759P-xz637tQN7QPzfseSLkz-XOyr_2cqjlm3MOmRrIXShBmUySK0Kb89sHrRcHHslXSyuv0mF1RTTJ4_yE=','New consultation request','A patient has requested a consultation.

Reference: J9NR-RNAA
Received:  Friday, November 27, 2026, 4:43 PM CST
Call by:   Monday, November 30, 2026, 1:00 PM CST

Sign in to read it:
http://127.0.0.1:20200/admin/consultations/consultationrequest/3/change/
','1b5f81d47faa4f52845427c6fa46ad86',NULL,'2026-11-27 22:43:10.196537','2026-11-27 22:48:11.869765',0,'2026-11-27 22:43:11.874112',NULL,1,'',3);
INSERT INTO "consultations_outgoingmail" VALUES(6,'new_request','gAAAAABrCgd-MATgZ1BPfXpp2a6T1DPU8-KnN9ubijxwUv74RAXmzWbnslSLaEB5QggivRTZSJlwfwc9Z8l2EdUO-v6M_8AnuWIGjs56GNLulbQaCZjMnlY=','New consultation request','A patient has requested a consultation.

Reference: J9NR-RNAA
Received:  Friday, November 27, 2026, 4:43 PM CST
Call by:   Monday, November 30, 2026, 1:00 PM CST

Sign in to read it:
http://127.0.0.1:20200/admin/consultations/consultationrequest/3/change/
','de20c2e323b7435f93d3edff02926b0a',NULL,'2026-11-27 22:43:10.196585','2026-11-27 22:43:15.653455',0,NULL,NULL,2,'gAAAAABrCgeB3XYzp9Ee_FiKauTIOFTjdB30AP_8OstoS75_TBAuoq_HoxohX9-Hws99diuqcxmm38wg5JQS1hJXqKfvQYqCgfW4KCzeSsYUs-WOGhnwtwPbRjoEa33rBGk0hdS3ugIZykl2C0q1DyLPrdjk8LBQpA==',3);
INSERT INTO "consultations_outgoingmail" VALUES(7,'new_request','gAAAAABrCgd-NqH3O0gV0w7ax7ewtRNnm40aDQgYm2C5f3dAvBrLRYnsZN3K5B8igVS4wfvsgLhEPZSxn56uMYVqh_x-2L_yD09qt8CqiHlB1b1wENRTMs8=','New consultation request','A patient has requested a consultation.

Reference: E2NP-BF3J
Received:  Friday, November 27, 2026, 4:43 PM CST
Call by:   Monday, November 30, 2026, 1:00 PM CST

Sign in to read it:
http://127.0.0.1:20200/admin/consultations/consultationrequest/4/change/
','f284cfca140c4a12a1b28dbcc42a4ccd',NULL,'2026-11-27 22:43:10.258023','2026-11-27 22:48:11.880003',0,'2026-11-27 22:43:11.884280',NULL,1,'',4);
INSERT INTO "consultations_outgoingmail" VALUES(8,'new_request','gAAAAABrCgd-ryNlB1j4EoHtv5fExS99liLOv44i9_GXlDwO_FE9rZJ5iuHclivogV2boj_qhKdfUCFOOqg7Xl9lpZ1wi1eit3blp9KcGIiZNItC4zKhqCY=','New consultation request','A patient has requested a consultation.

Reference: E2NP-BF3J
Received:  Friday, November 27, 2026, 4:43 PM CST
Call by:   Monday, November 30, 2026, 1:00 PM CST

Sign in to read it:
http://127.0.0.1:20200/admin/consultations/consultationrequest/4/change/
','f1d8a82c1f964e0e9c8c01155bffb03f',NULL,'2026-11-27 22:43:10.258058','2026-11-27 22:43:15.738821',0,NULL,NULL,2,'gAAAAABrCgeBs4rYRIbEHCKZWrMX02wCHHCMvEuwbn8CBvVqyblrWfO3IHo4-axezWnqLesTKkz6xariXROkcn5l4m7_tIDz-3Lzl-wOsa47a9wsPyN1I9lm_4gKqO4aGoALxQwX4Nzszw5DWDP81uVJTozut7He2w==',4);
INSERT INTO "consultations_outgoingmail" VALUES(9,'new_request','gAAAAABrCgd-1eHcJoyDVaLnbuWYJvsGmv3pFloLDtqaf9vQW2GVQ2AqrB1KpBJG3z5zhFNy3agP5xv9HjRMtT_5tIVjj6ZzVu1WJYv0vVsbMxCr_L79l5k=','New consultation request','A patient has requested a consultation.

Reference: CG22-M4A6
Received:  Friday, November 27, 2026, 4:43 PM CST
Call by:   Monday, November 30, 2026, 1:00 PM CST

Sign in to read it:
http://127.0.0.1:20200/admin/consultations/consultationrequest/5/change/
','9501833f17264086a6f5178d5f80b338',NULL,'2026-11-27 22:43:10.286302','2026-11-27 22:48:11.890633',0,'2026-11-27 22:43:11.895734',NULL,1,'',5);
INSERT INTO "consultations_outgoingmail" VALUES(10,'new_request','gAAAAABrCgd-Ri6XI4zOshwBD72NgqfXFrmGL6FfTfT5fDbr-wZbVhv7xHSyPf7P8KJO3WVpWTcNtITrFT6UdREKSe9emrd_6P_PbNIIYrDs2trar2J2s_A=','New consultation request','A patient has requested a consultation.

Reference: CG22-M4A6
Received:  Friday, November 27, 2026, 4:43 PM CST
Call by:   Monday, November 30, 2026, 1:00 PM CST

Sign in to read it:
http://127.0.0.1:20200/admin/consultations/consultationrequest/5/change/
','d7f70d1e9fb34889a402c8b691f5b9bd',NULL,'2026-11-27 22:43:10.286341','2026-11-27 22:43:15.760918',0,NULL,NULL,2,'gAAAAABrCgeB7onRrc3YE2QVGmBuVOo-21aPba1kgmRcFYdrspnM_fDfTLg0NmNxVHiNxU2OSI0V0RfOKa36cbWDvuSH3zD_OQ1415Pjs5xANtLB06LfPx3SnoiSS11Q7qsxlvNott0n7EF8tbhFzvZdVNruU-CK1A==',5);
INSERT INTO "consultations_outgoingmail" VALUES(11,'new_request','gAAAAABrCgd_Y0xs1x6TN6UnFPwL3v33IXloAWiTU-Xc_Y1YegyV7n1soBUtY1ccEHahAxtuAp45Vv5yb90nqskSQcQmCmCXECKIcq_QUMyU-zAjn3polBo=','New consultation request','A patient has requested a consultation.

Reference: 66PQ-DRRX
Received:  Friday, November 27, 2026, 4:43 PM CST
Call by:   Monday, November 30, 2026, 1:00 PM CST

Sign in to read it:
http://127.0.0.1:20200/admin/consultations/consultationrequest/6/change/
','7cc88dabdc81438b840e3e4b4721852e',NULL,'2026-11-27 22:43:11.936673','2026-11-27 22:43:14.824628',0,NULL,NULL,1,'gAAAAABrCgeBOgBJ1taZyuCvWEtMQ2zy7iLSvDPuJAQQVFXxFNSXm6xAJy4hoDs8djIP2pY3J2cHg81tHSB5kkk_w4ZH75AeIY-8kjynGVfMNJ4Yc55wRfIyIvoDXYokLIRqgyd83yPe_fEyLGguUY1IeRnhi3DifA==',6);
INSERT INTO "consultations_outgoingmail" VALUES(12,'new_request','gAAAAABrCgd_4di0QkfYIwSf55kZwRJ__VFBulRNSbKoNOIgKIDQ29JSjHnJgDz0SkE1ADjFXRfNI7IaTEwcXILdpxIMaxJOfAWg4_EtnoC2SbeONCcAx8E=','New consultation request','A patient has requested a consultation.

Reference: 66PQ-DRRX
Received:  Friday, November 27, 2026, 4:43 PM CST
Call by:   Monday, November 30, 2026, 1:00 PM CST

Sign in to read it:
http://127.0.0.1:20200/admin/consultations/consultationrequest/6/change/
','d5209ab17718454587bc76688e3f5580',NULL,'2026-11-27 22:43:11.936703','2026-11-27 22:43:14.876666',0,NULL,NULL,1,'gAAAAABrCgeBmbV9HsxviyZ43mOipbeM0aBmJ9FCuzZNJbkwlw8jadxwDtcyO3pMQOlQQCODbpGxi3CuB28bb5PTpoTqr-SCwXjxSBxJFYxBxYt9qtGy_-kqQ1k44LkdaMUqE1o3nZmMwUGoMfCTp0VB7_nSiJr3XQ==',6);
CREATE TABLE "django_admin_log" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "object_id" text NULL, "object_repr" varchar(200) NOT NULL, "action_flag" smallint unsigned NOT NULL CHECK ("action_flag" >= 0), "change_message" text NOT NULL, "content_type_id" integer NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" integer NOT NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED, "action_time" datetime NOT NULL);
INSERT INTO "django_admin_log" VALUES(1,'2','T6AD-Y4WS',2,'[{"changed": {"fields": ["state", "note"]}}]',1,1,'2026-11-27 22:43:13.149638');
INSERT INTO "django_admin_log" VALUES(2,'3','J9NR-RNAA',2,'[{"changed": {"fields": ["state", "note"]}}]',1,1,'2026-11-27 22:43:13.281690');
INSERT INTO "django_admin_log" VALUES(3,'4','E2NP-BF3J',2,'[{"changed": {"fields": ["state", "corrected phone"]}}]',1,1,'2026-11-27 22:43:13.437489');
INSERT INTO "django_admin_log" VALUES(4,'1','Integrated Health Solutions',2,'[{"changed": {"fields": ["Phone"]}}]',14,1,'2026-11-27 22:43:13.625838');
CREATE TABLE "django_content_type" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "app_label" varchar(100) NOT NULL, "model" varchar(100) NOT NULL);
INSERT INTO "django_content_type" VALUES(1,'consultations','consultationrequest');
INSERT INTO "django_content_type" VALUES(2,'consultations','outgoingmail');
INSERT INTO "django_content_type" VALUES(3,'articles','topic');
INSERT INTO "django_content_type" VALUES(4,'articles','topicname');
INSERT INTO "django_content_type" VALUES(5,'articles','article');
INSERT INTO "django_content_type" VALUES(6,'articles','articletext');
INSERT INTO "django_content_type" VALUES(7,'articles','reference');
INSERT INTO "django_content_type" VALUES(8,'articles','picture');
INSERT INTO "django_content_type" VALUES(9,'articles','picturetext');
INSERT INTO "django_content_type" VALUES(10,'articles','articlepicture');
INSERT INTO "django_content_type" VALUES(11,'clinic_site','interfacereview');
INSERT INTO "django_content_type" VALUES(12,'redirects','redirect');
INSERT INTO "django_content_type" VALUES(13,'consultations','accessrecord');
INSERT INTO "django_content_type" VALUES(14,'clinic_site','clinic');
INSERT INTO "django_content_type" VALUES(15,'clinic_site','openingperiod');
INSERT INTO "django_content_type" VALUES(16,'clinic_site','closure');
INSERT INTO "django_content_type" VALUES(17,'auth','user');
INSERT INTO "django_content_type" VALUES(18,'clinic_site','backup');
INSERT INTO "django_content_type" VALUES(19,'clinic_site','duty');
INSERT INTO "django_content_type" VALUES(20,'clinic_site','publicgeneration');
INSERT INTO "django_content_type" VALUES(21,'articles','wording');
INSERT INTO "django_content_type" VALUES(22,'consultations','entry');
INSERT INTO "django_content_type" VALUES(23,'consultations','lookupkey');
INSERT INTO "django_content_type" VALUES(24,'otp_totp','totpdevice');
INSERT INTO "django_content_type" VALUES(25,'otp_static','staticdevice');
INSERT INTO "django_content_type" VALUES(26,'otp_static','statictoken');
INSERT INTO "django_content_type" VALUES(27,'axes','accessattempt');
INSERT INTO "django_content_type" VALUES(28,'axes','accesslog');
INSERT INTO "django_content_type" VALUES(29,'axes','accessfailurelog');
INSERT INTO "django_content_type" VALUES(30,'axes','accessattemptexpiration');
INSERT INTO "django_content_type" VALUES(31,'admin','logentry');
INSERT INTO "django_content_type" VALUES(32,'auth','permission');
INSERT INTO "django_content_type" VALUES(33,'auth','group');
INSERT INTO "django_content_type" VALUES(34,'contenttypes','contenttype');
INSERT INTO "django_content_type" VALUES(35,'sessions','session');
INSERT INTO "django_content_type" VALUES(36,'sites','site');
CREATE TABLE "django_migrations" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "app" varchar(255) NOT NULL, "name" varchar(255) NOT NULL, "applied" datetime NOT NULL);
INSERT INTO "django_migrations" VALUES(1,'contenttypes','0001_initial','2026-11-27 22:43:08.056032');
INSERT INTO "django_migrations" VALUES(2,'auth','0001_initial','2026-11-27 22:43:08.068157');
INSERT INTO "django_migrations" VALUES(3,'admin','0001_initial','2026-11-27 22:43:08.073592');
INSERT INTO "django_migrations" VALUES(4,'admin','0002_logentry_remove_auto_add','2026-11-27 22:43:08.080312');
INSERT INTO "django_migrations" VALUES(5,'admin','0003_logentry_add_action_flag_choices','2026-11-27 22:43:08.084653');
INSERT INTO "django_migrations" VALUES(6,'articles','0001_release_1_0','2026-11-27 22:43:08.114667');
INSERT INTO "django_migrations" VALUES(7,'contenttypes','0002_remove_content_type_name','2026-11-27 22:43:08.130614');
INSERT INTO "django_migrations" VALUES(8,'auth','0002_alter_permission_name_max_length','2026-11-27 22:43:08.138225');
INSERT INTO "django_migrations" VALUES(9,'auth','0003_alter_user_email_max_length','2026-11-27 22:43:08.145222');
INSERT INTO "django_migrations" VALUES(10,'auth','0004_alter_user_username_opts','2026-11-27 22:43:08.150017');
INSERT INTO "django_migrations" VALUES(11,'auth','0005_alter_user_last_login_null','2026-11-27 22:43:08.157108');
INSERT INTO "django_migrations" VALUES(12,'auth','0006_require_contenttypes_0002','2026-11-27 22:43:08.158151');
INSERT INTO "django_migrations" VALUES(13,'auth','0007_alter_validators_add_error_messages','2026-11-27 22:43:08.164181');
INSERT INTO "django_migrations" VALUES(14,'auth','0008_alter_user_username_max_length','2026-11-27 22:43:08.170732');
INSERT INTO "django_migrations" VALUES(15,'auth','0009_alter_user_last_name_max_length','2026-11-27 22:43:08.177712');
INSERT INTO "django_migrations" VALUES(16,'auth','0010_alter_group_name_max_length','2026-11-27 22:43:08.184789');
INSERT INTO "django_migrations" VALUES(17,'auth','0011_update_proxy_permissions','2026-11-27 22:43:08.193303');
INSERT INTO "django_migrations" VALUES(18,'auth','0012_alter_user_first_name_max_length','2026-11-27 22:43:08.200230');
INSERT INTO "django_migrations" VALUES(19,'axes','0001_initial','2026-11-27 22:43:08.203429');
INSERT INTO "django_migrations" VALUES(20,'axes','0002_auto_20151217_2044','2026-11-27 22:43:08.232072');
INSERT INTO "django_migrations" VALUES(21,'axes','0003_auto_20160322_0929','2026-11-27 22:43:08.240373');
INSERT INTO "django_migrations" VALUES(22,'axes','0004_auto_20181024_1538','2026-11-27 22:43:08.248331');
INSERT INTO "django_migrations" VALUES(23,'axes','0005_remove_accessattempt_trusted','2026-11-27 22:43:08.252663');
INSERT INTO "django_migrations" VALUES(24,'axes','0006_remove_accesslog_trusted','2026-11-27 22:43:08.257519');
INSERT INTO "django_migrations" VALUES(25,'axes','0007_alter_accessattempt_unique_together','2026-11-27 22:43:08.269740');
INSERT INTO "django_migrations" VALUES(26,'axes','0008_accessfailurelog','2026-11-27 22:43:08.272813');
INSERT INTO "django_migrations" VALUES(27,'axes','0009_add_session_hash','2026-11-27 22:43:08.276730');
INSERT INTO "django_migrations" VALUES(28,'axes','0010_accessattemptexpiration','2026-11-27 22:43:08.279189');
INSERT INTO "django_migrations" VALUES(29,'sites','0001_initial','2026-11-27 22:43:08.280854');
INSERT INTO "django_migrations" VALUES(30,'redirects','0001_initial','2026-11-27 22:43:08.283682');
INSERT INTO "django_migrations" VALUES(31,'redirects','0002_alter_redirect_new_path_help_text','2026-11-27 22:43:08.285609');
INSERT INTO "django_migrations" VALUES(32,'consultations','0001_release_1_0','2026-11-27 22:43:08.319810');
INSERT INTO "django_migrations" VALUES(33,'clinic_site','0001_release_1_0','2026-11-27 22:43:08.331913');
INSERT INTO "django_migrations" VALUES(34,'clinic_site','0002_groups','2026-11-27 22:43:08.408036');
INSERT INTO "django_migrations" VALUES(35,'consultations','0002_access_records_stay','2026-11-27 22:43:08.424762');
INSERT INTO "django_migrations" VALUES(36,'otp_static','0001_initial','2026-11-27 22:43:08.501390');
INSERT INTO "django_migrations" VALUES(37,'otp_static','0002_throttling','2026-11-27 22:43:08.521763');
INSERT INTO "django_migrations" VALUES(38,'otp_static','0003_add_timestamps','2026-11-27 22:43:08.542472');
INSERT INTO "django_migrations" VALUES(39,'otp_totp','0001_initial','2026-11-27 22:43:08.554936');
INSERT INTO "django_migrations" VALUES(40,'otp_totp','0002_auto_20190420_0723','2026-11-27 22:43:08.574601');
INSERT INTO "django_migrations" VALUES(41,'otp_totp','0003_add_timestamps','2026-11-27 22:43:08.597801');
INSERT INTO "django_migrations" VALUES(42,'sessions','0001_initial','2026-11-27 22:43:08.600931');
INSERT INTO "django_migrations" VALUES(43,'sites','0002_alter_domain_unique','2026-11-27 22:43:08.606341');
CREATE TABLE "django_redirect" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "site_id" integer NOT NULL REFERENCES "django_site" ("id") DEFERRABLE INITIALLY DEFERRED, "old_path" varchar(200) NOT NULL, "new_path" varchar(200) NOT NULL);
CREATE TABLE "django_session" ("session_key" varchar(40) NOT NULL PRIMARY KEY, "session_data" text NOT NULL, "expire_date" datetime NOT NULL);
INSERT INTO "django_session" VALUES('psp4ebuzf6o904lhrn6er1glt9l3cu4z','.eJx1jDsOwjAQRO_iGkXxd-2UXCEHsNa_xAK5wE6FuDsbiQIKqh3Ne7NP5vEYuz96fvia2MI4u3x3AeMttxPEe201-l5HnvrAUqYNKa5nvH6sn-mOfaedKaggcSjChMKjxGSiDaBk4GaW0RZNx0mliMPMEawmFxwUDTYnoKe9bi0nX5vHwRYOTlvupBOTAyEFkJDzH_Z6AxDERQQ:1xX4ev:qhq6HvqYx4LWq3tZ0nUYqozXZjN9NWeSF7a-U7IhRQY','2026-11-28 10:43:13.707927');
CREATE TABLE "django_site" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(50) NOT NULL, "domain" varchar(100) NOT NULL UNIQUE);
INSERT INTO "django_site" VALUES(1,'127.0.0.1:20200','127.0.0.1:20200');
CREATE TABLE "otp_static_staticdevice" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(64) NOT NULL, "confirmed" bool NOT NULL, "user_id" integer NOT NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED, "throttling_failure_count" integer unsigned NOT NULL CHECK ("throttling_failure_count" >= 0), "throttling_failure_timestamp" datetime NULL, "created_at" datetime NULL, "last_used_at" datetime NULL);
CREATE TABLE "otp_static_statictoken" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "token" varchar(16) NOT NULL, "device_id" integer NOT NULL REFERENCES "otp_static_staticdevice" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "otp_totp_totpdevice" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(64) NOT NULL, "confirmed" bool NOT NULL, "key" varchar(80) NOT NULL, "step" smallint unsigned NOT NULL CHECK ("step" >= 0), "t0" bigint NOT NULL, "digits" smallint unsigned NOT NULL CHECK ("digits" >= 0), "tolerance" smallint unsigned NOT NULL CHECK ("tolerance" >= 0), "drift" smallint NOT NULL, "last_t" bigint NOT NULL, "user_id" integer NOT NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED, "throttling_failure_count" integer unsigned NOT NULL CHECK ("throttling_failure_count" >= 0), "throttling_failure_timestamp" datetime NULL, "created_at" datetime NULL, "last_used_at" datetime NULL);
CREATE UNIQUE INDEX "auth_group_permissions_group_id_permission_id_0cd325b0_uniq" ON "auth_group_permissions" ("group_id", "permission_id");
CREATE INDEX "auth_group_permissions_group_id_b120cbf9" ON "auth_group_permissions" ("group_id");
CREATE INDEX "auth_group_permissions_permission_id_84c5c92e" ON "auth_group_permissions" ("permission_id");
CREATE UNIQUE INDEX "auth_user_groups_user_id_group_id_94350c0c_uniq" ON "auth_user_groups" ("user_id", "group_id");
CREATE INDEX "auth_user_groups_user_id_6a12ed8b" ON "auth_user_groups" ("user_id");
CREATE INDEX "auth_user_groups_group_id_97559544" ON "auth_user_groups" ("group_id");
CREATE UNIQUE INDEX "auth_user_user_permissions_user_id_permission_id_14a6b632_uniq" ON "auth_user_user_permissions" ("user_id", "permission_id");
CREATE INDEX "auth_user_user_permissions_user_id_a95ead1b" ON "auth_user_user_permissions" ("user_id");
CREATE INDEX "auth_user_user_permissions_permission_id_1fbb5f2c" ON "auth_user_user_permissions" ("permission_id");
CREATE INDEX "django_admin_log_content_type_id_c4bce8eb" ON "django_admin_log" ("content_type_id");
CREATE INDEX "django_admin_log_user_id_c564eba6" ON "django_admin_log" ("user_id");
CREATE INDEX "articles_article_published_at_b692f2ff" ON "articles_article" ("published_at");
CREATE INDEX "articles_article_topic_id_a7619489" ON "articles_article" ("topic_id");
CREATE INDEX "article_of_topic" ON "articles_article" ("topic_id", "published_at");
CREATE INDEX "articles_articletext_slug_8113ec27" ON "articles_articletext" ("slug");
CREATE INDEX "articles_articletext_article_id_067eaf9c" ON "articles_articletext" ("article_id");
CREATE INDEX "titles" ON "articles_articletext" ("indexed_title", "article_id");
CREATE INDEX "articles_articlepicture_article_id_2d3f0016" ON "articles_articlepicture" ("article_id");
CREATE INDEX "articles_articlepicture_picture_id_61277f60" ON "articles_articlepicture" ("picture_id");
CREATE INDEX "articles_picturetext_picture_id_d009f6fd" ON "articles_picturetext" ("picture_id");
CREATE INDEX "articles_reference_article_id_ee6dbb6e" ON "articles_reference" ("article_id");
CREATE INDEX "articles_topicname_topic_id_3d17a877" ON "articles_topicname" ("topic_id");
CREATE INDEX "articles_wording_text_id_d16d98cb" ON "articles_wording" ("text_id");
CREATE UNIQUE INDEX "django_content_type_app_label_model_76bd3d3b_uniq" ON "django_content_type" ("app_label", "model");
CREATE UNIQUE INDEX "auth_permission_content_type_id_codename_01ab375a_uniq" ON "auth_permission" ("content_type_id", "codename");
CREATE INDEX "auth_permission_content_type_id_2f476e4b" ON "auth_permission" ("content_type_id");
CREATE INDEX "axes_accessattempt_user_agent_ad89678b" ON "axes_accessattempt" ("user_agent");
CREATE INDEX "axes_accessattempt_ip_address_10922d9c" ON "axes_accessattempt" ("ip_address");
CREATE INDEX "axes_accessattempt_username_3f2d4ca0" ON "axes_accessattempt" ("username");
CREATE UNIQUE INDEX "axes_accessattempt_username_ip_address_user_agent_8ea22282_uniq" ON "axes_accessattempt" ("username", "ip_address", "user_agent");
CREATE INDEX "axes_accessfailurelog_user_agent_ea145dda" ON "axes_accessfailurelog" ("user_agent");
CREATE INDEX "axes_accessfailurelog_ip_address_2e9f5a7f" ON "axes_accessfailurelog" ("ip_address");
CREATE INDEX "axes_accessfailurelog_username_a8b7e8a4" ON "axes_accessfailurelog" ("username");
CREATE INDEX "axes_accesslog_user_agent_0e659004" ON "axes_accesslog" ("user_agent");
CREATE INDEX "axes_accesslog_ip_address_86b417e5" ON "axes_accesslog" ("ip_address");
CREATE INDEX "axes_accesslog_username_df93064b" ON "axes_accesslog" ("username");
CREATE UNIQUE INDEX "django_redirect_site_id_old_path_ac5dd16b_uniq" ON "django_redirect" ("site_id", "old_path");
CREATE INDEX "django_redirect_site_id_c3e37341" ON "django_redirect" ("site_id");
CREATE INDEX "django_redirect_old_path_c6cc94d3" ON "django_redirect" ("old_path");
CREATE INDEX "consultations_accessrecord_at_687e4b28" ON "consultations_accessrecord" ("at");
CREATE INDEX "consultations_accessrecord_request_id_126cb7ac" ON "consultations_accessrecord" ("request_id");
CREATE INDEX "consultations_accessrecord_reference_4a15d531" ON "consultations_accessrecord" ("reference");
CREATE INDEX "consultations_consultationrequest_received_at_153a5722" ON "consultations_consultationrequest" ("received_at");
CREATE INDEX "consultations_consultationrequest_held_1e635e98" ON "consultations_consultationrequest" ("held");
CREATE INDEX "request_by_state" ON "consultations_consultationrequest" ("state", "received_at");
CREATE INDEX "request_by_language" ON "consultations_consultationrequest" ("spoken_language", "received_at");
CREATE INDEX "request_by_who" ON "consultations_consultationrequest" ("assigned_to_id", "received_at");
CREATE INDEX "request_client" ON "consultations_consultationrequest" ("client_key", "received_at") WHERE NOT ("client_key" = '');
CREATE INDEX "request_call_due" ON "consultations_consultationrequest" ("call_due_at") WHERE "call_due_at" IS NOT NULL;
CREATE INDEX "request_call_by" ON "consultations_consultationrequest" ("call_by") WHERE "call_by" IS NOT NULL;
CREATE INDEX "request_first_called" ON "consultations_consultationrequest" ("first_called_at") WHERE "first_called_at" IS NOT NULL;
CREATE INDEX "consultations_entry_by_id_9ce9eeaa" ON "consultations_entry" ("by_id");
CREATE INDEX "entry_of_request" ON "consultations_entry" ("consultation_request_id", "undoes_id");
CREATE INDEX "consultations_lookupkey_consultation_request_id_cb80fef7" ON "consultations_lookupkey" ("consultation_request_id");
CREATE INDEX "lookup_by_key" ON "consultations_lookupkey" ("key", "consultation_request_id");
CREATE INDEX "consultations_outgoingmail_consultation_request_id_45ea42cb" ON "consultations_outgoingmail" ("consultation_request_id");
CREATE INDEX "mail_waiting" ON "consultations_outgoingmail" ("due_at") WHERE "sent_at" IS NULL;
CREATE INDEX "mail_unsent_since" ON "consultations_outgoingmail" ("created_at") WHERE "sent_at" IS NULL;
CREATE INDEX "clinic_site_closure_clinic_id_773bf7f4" ON "clinic_site_closure" ("clinic_id");
CREATE INDEX "clinic_site_openingperiod_clinic_id_758585a4" ON "clinic_site_openingperiod" ("clinic_id");
CREATE TRIGGER access_records_stay BEFORE UPDATE ON consultations_accessrecord
        BEGIN SELECT RAISE(ABORT, 'access records are never changed'); END;
CREATE INDEX "otp_static_statictoken_token_d0a51866" ON "otp_static_statictoken" ("token");
CREATE INDEX "otp_static_statictoken_device_id_74b7c7d1" ON "otp_static_statictoken" ("device_id");
CREATE INDEX "otp_static_staticdevice_user_id_7f9cff2b" ON "otp_static_staticdevice" ("user_id");
CREATE INDEX "otp_totp_totpdevice_user_id_0fb18292" ON "otp_totp_totpdevice" ("user_id");
CREATE INDEX "django_session_expire_date_a5c62663" ON "django_session" ("expire_date");
CREATE TRIGGER generation_insert_clinic_site_clinic AFTER insert ON clinic_site_clinic WHEN TRUE
BEGIN
    DELETE FROM clinic_site_publicgeneration;
    INSERT INTO clinic_site_publicgeneration (id, number) VALUES (1, random());
END;
CREATE TRIGGER generation_update_clinic_site_clinic AFTER update ON clinic_site_clinic WHEN TRUE OR TRUE
BEGIN
    DELETE FROM clinic_site_publicgeneration;
    INSERT INTO clinic_site_publicgeneration (id, number) VALUES (1, random());
END;
CREATE TRIGGER generation_delete_clinic_site_clinic AFTER delete ON clinic_site_clinic WHEN TRUE
BEGIN
    DELETE FROM clinic_site_publicgeneration;
    INSERT INTO clinic_site_publicgeneration (id, number) VALUES (1, random());
END;
CREATE TRIGGER generation_insert_clinic_site_openingperiod AFTER insert ON clinic_site_openingperiod WHEN TRUE
BEGIN
    DELETE FROM clinic_site_publicgeneration;
    INSERT INTO clinic_site_publicgeneration (id, number) VALUES (1, random());
END;
CREATE TRIGGER generation_update_clinic_site_openingperiod AFTER update ON clinic_site_openingperiod WHEN TRUE OR TRUE
BEGIN
    DELETE FROM clinic_site_publicgeneration;
    INSERT INTO clinic_site_publicgeneration (id, number) VALUES (1, random());
END;
CREATE TRIGGER generation_delete_clinic_site_openingperiod AFTER delete ON clinic_site_openingperiod WHEN TRUE
BEGIN
    DELETE FROM clinic_site_publicgeneration;
    INSERT INTO clinic_site_publicgeneration (id, number) VALUES (1, random());
END;
CREATE TRIGGER generation_insert_clinic_site_closure AFTER insert ON clinic_site_closure WHEN TRUE
BEGIN
    DELETE FROM clinic_site_publicgeneration;
    INSERT INTO clinic_site_publicgeneration (id, number) VALUES (1, random());
END;
CREATE TRIGGER generation_update_clinic_site_closure AFTER update ON clinic_site_closure WHEN TRUE OR TRUE
BEGIN
    DELETE FROM clinic_site_publicgeneration;
    INSERT INTO clinic_site_publicgeneration (id, number) VALUES (1, random());
END;
CREATE TRIGGER generation_delete_clinic_site_closure AFTER delete ON clinic_site_closure WHEN TRUE
BEGIN
    DELETE FROM clinic_site_publicgeneration;
    INSERT INTO clinic_site_publicgeneration (id, number) VALUES (1, random());
END;
CREATE TRIGGER generation_insert_clinic_site_interfacereview AFTER insert ON clinic_site_interfacereview WHEN TRUE
BEGIN
    DELETE FROM clinic_site_publicgeneration;
    INSERT INTO clinic_site_publicgeneration (id, number) VALUES (1, random());
END;
CREATE TRIGGER generation_update_clinic_site_interfacereview AFTER update ON clinic_site_interfacereview WHEN TRUE OR TRUE
BEGIN
    DELETE FROM clinic_site_publicgeneration;
    INSERT INTO clinic_site_publicgeneration (id, number) VALUES (1, random());
END;
CREATE TRIGGER generation_delete_clinic_site_interfacereview AFTER delete ON clinic_site_interfacereview WHEN TRUE
BEGIN
    DELETE FROM clinic_site_publicgeneration;
    INSERT INTO clinic_site_publicgeneration (id, number) VALUES (1, random());
END;
CREATE TRIGGER generation_insert_articles_topic AFTER insert ON articles_topic WHEN TRUE
BEGIN
    DELETE FROM clinic_site_publicgeneration;
    INSERT INTO clinic_site_publicgeneration (id, number) VALUES (1, random());
END;
CREATE TRIGGER generation_update_articles_topic AFTER update ON articles_topic WHEN TRUE OR TRUE
BEGIN
    DELETE FROM clinic_site_publicgeneration;
    INSERT INTO clinic_site_publicgeneration (id, number) VALUES (1, random());
END;
CREATE TRIGGER generation_delete_articles_topic AFTER delete ON articles_topic WHEN TRUE
BEGIN
    DELETE FROM clinic_site_publicgeneration;
    INSERT INTO clinic_site_publicgeneration (id, number) VALUES (1, random());
END;
CREATE TRIGGER generation_insert_articles_topicname AFTER insert ON articles_topicname WHEN TRUE
BEGIN
    DELETE FROM clinic_site_publicgeneration;
    INSERT INTO clinic_site_publicgeneration (id, number) VALUES (1, random());
END;
CREATE TRIGGER generation_update_articles_topicname AFTER update ON articles_topicname WHEN TRUE OR TRUE
BEGIN
    DELETE FROM clinic_site_publicgeneration;
    INSERT INTO clinic_site_publicgeneration (id, number) VALUES (1, random());
END;
CREATE TRIGGER generation_delete_articles_topicname AFTER delete ON articles_topicname WHEN TRUE
BEGIN
    DELETE FROM clinic_site_publicgeneration;
    INSERT INTO clinic_site_publicgeneration (id, number) VALUES (1, random());
END;
CREATE TRIGGER generation_insert_articles_articletext AFTER insert ON articles_articletext WHEN NEW.state = 'published'
BEGIN
    DELETE FROM clinic_site_publicgeneration;
    INSERT INTO clinic_site_publicgeneration (id, number) VALUES (1, random());
END;
CREATE TRIGGER generation_update_articles_articletext AFTER update ON articles_articletext WHEN OLD.state = 'published' OR NEW.state = 'published'
BEGIN
    DELETE FROM clinic_site_publicgeneration;
    INSERT INTO clinic_site_publicgeneration (id, number) VALUES (1, random());
END;
CREATE TRIGGER generation_delete_articles_articletext AFTER delete ON articles_articletext WHEN OLD.state = 'published'
BEGIN
    DELETE FROM clinic_site_publicgeneration;
    INSERT INTO clinic_site_publicgeneration (id, number) VALUES (1, random());
END;
CREATE TRIGGER generation_insert_articles_article AFTER insert ON articles_article WHEN EXISTS (SELECT 1 FROM articles_articletext WHERE state = 'published' AND article_id = NEW.id)
BEGIN
    DELETE FROM clinic_site_publicgeneration;
    INSERT INTO clinic_site_publicgeneration (id, number) VALUES (1, random());
END;
CREATE TRIGGER generation_update_articles_article AFTER update ON articles_article WHEN EXISTS (SELECT 1 FROM articles_articletext WHERE state = 'published' AND article_id = OLD.id) OR EXISTS (SELECT 1 FROM articles_articletext WHERE state = 'published' AND article_id = NEW.id)
BEGIN
    DELETE FROM clinic_site_publicgeneration;
    INSERT INTO clinic_site_publicgeneration (id, number) VALUES (1, random());
END;
CREATE TRIGGER generation_delete_articles_article AFTER delete ON articles_article WHEN EXISTS (SELECT 1 FROM articles_articletext WHERE state = 'published' AND article_id = OLD.id)
BEGIN
    DELETE FROM clinic_site_publicgeneration;
    INSERT INTO clinic_site_publicgeneration (id, number) VALUES (1, random());
END;
CREATE TRIGGER generation_insert_articles_reference AFTER insert ON articles_reference WHEN EXISTS (SELECT 1 FROM articles_articletext WHERE state = 'published' AND article_id = NEW.article_id)
BEGIN
    DELETE FROM clinic_site_publicgeneration;
    INSERT INTO clinic_site_publicgeneration (id, number) VALUES (1, random());
END;
CREATE TRIGGER generation_update_articles_reference AFTER update ON articles_reference WHEN EXISTS (SELECT 1 FROM articles_articletext WHERE state = 'published' AND article_id = OLD.article_id) OR EXISTS (SELECT 1 FROM articles_articletext WHERE state = 'published' AND article_id = NEW.article_id)
BEGIN
    DELETE FROM clinic_site_publicgeneration;
    INSERT INTO clinic_site_publicgeneration (id, number) VALUES (1, random());
END;
CREATE TRIGGER generation_delete_articles_reference AFTER delete ON articles_reference WHEN EXISTS (SELECT 1 FROM articles_articletext WHERE state = 'published' AND article_id = OLD.article_id)
BEGIN
    DELETE FROM clinic_site_publicgeneration;
    INSERT INTO clinic_site_publicgeneration (id, number) VALUES (1, random());
END;
CREATE TRIGGER generation_insert_articles_articlepicture AFTER insert ON articles_articlepicture WHEN EXISTS (SELECT 1 FROM articles_articletext WHERE state = 'published' AND article_id = NEW.article_id)
BEGIN
    DELETE FROM clinic_site_publicgeneration;
    INSERT INTO clinic_site_publicgeneration (id, number) VALUES (1, random());
END;
CREATE TRIGGER generation_update_articles_articlepicture AFTER update ON articles_articlepicture WHEN EXISTS (SELECT 1 FROM articles_articletext WHERE state = 'published' AND article_id = OLD.article_id) OR EXISTS (SELECT 1 FROM articles_articletext WHERE state = 'published' AND article_id = NEW.article_id)
BEGIN
    DELETE FROM clinic_site_publicgeneration;
    INSERT INTO clinic_site_publicgeneration (id, number) VALUES (1, random());
END;
CREATE TRIGGER generation_delete_articles_articlepicture AFTER delete ON articles_articlepicture WHEN EXISTS (SELECT 1 FROM articles_articletext WHERE state = 'published' AND article_id = OLD.article_id)
BEGIN
    DELETE FROM clinic_site_publicgeneration;
    INSERT INTO clinic_site_publicgeneration (id, number) VALUES (1, random());
END;
CREATE TRIGGER generation_insert_articles_picture AFTER insert ON articles_picture WHEN EXISTS (SELECT 1 FROM articles_articlepicture WHERE picture_id = NEW.id)
BEGIN
    DELETE FROM clinic_site_publicgeneration;
    INSERT INTO clinic_site_publicgeneration (id, number) VALUES (1, random());
END;
CREATE TRIGGER generation_update_articles_picture AFTER update ON articles_picture WHEN EXISTS (SELECT 1 FROM articles_articlepicture WHERE picture_id = OLD.id) OR EXISTS (SELECT 1 FROM articles_articlepicture WHERE picture_id = NEW.id)
BEGIN
    DELETE FROM clinic_site_publicgeneration;
    INSERT INTO clinic_site_publicgeneration (id, number) VALUES (1, random());
END;
CREATE TRIGGER generation_delete_articles_picture AFTER delete ON articles_picture WHEN EXISTS (SELECT 1 FROM articles_articlepicture WHERE picture_id = OLD.id)
BEGIN
    DELETE FROM clinic_site_publicgeneration;
    INSERT INTO clinic_site_publicgeneration (id, number) VALUES (1, random());
END;
CREATE TRIGGER generation_insert_articles_picturetext AFTER insert ON articles_picturetext WHEN EXISTS (SELECT 1 FROM articles_articlepicture WHERE picture_id = NEW.picture_id)
BEGIN
    DELETE FROM clinic_site_publicgeneration;
    INSERT INTO clinic_site_publicgeneration (id, number) VALUES (1, random());
END;
CREATE TRIGGER generation_update_articles_picturetext AFTER update ON articles_picturetext WHEN EXISTS (SELECT 1 FROM articles_articlepicture WHERE picture_id = OLD.picture_id) OR EXISTS (SELECT 1 FROM articles_articlepicture WHERE picture_id = NEW.picture_id)
BEGIN
    DELETE FROM clinic_site_publicgeneration;
    INSERT INTO clinic_site_publicgeneration (id, number) VALUES (1, random());
END;
CREATE TRIGGER generation_delete_articles_picturetext AFTER delete ON articles_picturetext WHEN EXISTS (SELECT 1 FROM articles_articlepicture WHERE picture_id = OLD.picture_id)
BEGIN
    DELETE FROM clinic_site_publicgeneration;
    INSERT INTO clinic_site_publicgeneration (id, number) VALUES (1, random());
END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('django_migrations',43);
INSERT INTO "sqlite_sequence" VALUES('django_admin_log',4);
INSERT INTO "sqlite_sequence" VALUES('django_content_type',36);
INSERT INTO "sqlite_sequence" VALUES('auth_permission',134);
INSERT INTO "sqlite_sequence" VALUES('auth_group',3);
INSERT INTO "sqlite_sequence" VALUES('auth_user',1);
INSERT INTO "sqlite_sequence" VALUES('axes_accessattempt',0);
INSERT INTO "sqlite_sequence" VALUES('axes_accesslog',0);
INSERT INTO "sqlite_sequence" VALUES('auth_group_permissions',98);
INSERT INTO "sqlite_sequence" VALUES('otp_static_staticdevice',0);
INSERT INTO "sqlite_sequence" VALUES('otp_totp_totpdevice',0);
INSERT INTO "sqlite_sequence" VALUES('django_site',1);
INSERT INTO "sqlite_sequence" VALUES('clinic_site_publicgeneration',1);
INSERT INTO "sqlite_sequence" VALUES('clinic_site_clinic',1);
INSERT INTO "sqlite_sequence" VALUES('clinic_site_openingperiod',5);
INSERT INTO "sqlite_sequence" VALUES('articles_topic',5);
INSERT INTO "sqlite_sequence" VALUES('articles_topicname',20);
INSERT INTO "sqlite_sequence" VALUES('articles_article',7);
INSERT INTO "sqlite_sequence" VALUES('articles_articletext',10);
INSERT INTO "sqlite_sequence" VALUES('articles_wording',10);
INSERT INTO "sqlite_sequence" VALUES('clinic_site_duty',4);
INSERT INTO "sqlite_sequence" VALUES('consultations_consultationrequest',6);
INSERT INTO "sqlite_sequence" VALUES('consultations_lookupkey',32);
INSERT INTO "sqlite_sequence" VALUES('consultations_outgoingmail',12);
INSERT INTO "sqlite_sequence" VALUES('consultations_accessrecord',10);
INSERT INTO "sqlite_sequence" VALUES('consultations_entry',3);
COMMIT;