-- Made by: python -m tests.older_databases.make 95f652d 2026-11-23
BEGIN TRANSACTION;
CREATE TABLE "articles_article" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "published_at" datetime NOT NULL, "byline" varchar(100) NOT NULL, "topic_id" bigint NOT NULL REFERENCES "articles_topic" ("id") DEFERRABLE INITIALLY DEFERRED, "next_review_on" date NULL);
INSERT INTO "articles_article" VALUES(1,'2026-01-27 15:00:00','Integrated Health Solutions',3,'2027-11-25');
INSERT INTO "articles_article" VALUES(2,'2026-09-22 14:00:00','Integrated Health Solutions',5,'2027-11-25');
INSERT INTO "articles_article" VALUES(3,'2022-06-18 14:00:00','Integrated Health Solutions',1,'2027-11-25');
INSERT INTO "articles_article" VALUES(4,'2025-02-11 15:00:00','Integrated Health Solutions',2,'2027-11-25');
INSERT INTO "articles_article" VALUES(5,'2025-09-16 14:00:00','Integrated Health Solutions',3,'2027-11-25');
INSERT INTO "articles_article" VALUES(6,'2025-05-20 14:00:00','Integrated Health Solutions',2,'2027-11-25');
INSERT INTO "articles_article" VALUES(7,'2026-05-12 14:00:00','Integrated Health Solutions',4,'2027-11-25');
CREATE TABLE "articles_articletext" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "language" varchar(10) NOT NULL, "slug" varchar(120) NOT NULL, "title" varchar(120) NOT NULL, "summary" varchar(250) NOT NULL, "body" text NOT NULL, "state" varchar(10) NOT NULL, "reviewed_by" varchar(100) NOT NULL, "reviewed_on" date NULL, "article_id" bigint NOT NULL REFERENCES "articles_article" ("id") DEFERRABLE INITIALLY DEFERRED, "changed_at" datetime NOT NULL, "emergency_signs" text NOT NULL, "urgent_signs" text NOT NULL, "visit_signs" text NOT NULL, "version" integer unsigned NOT NULL CHECK ("version" >= 0), "source_version" integer unsigned NULL CHECK ("source_version" >= 0), "reviewed_version" integer unsigned NULL CHECK ("reviewed_version" >= 0), "indexed_title" text NOT NULL, "indexed_top" text NOT NULL, "indexed_text" text NOT NULL, CONSTRAINT "one_text_per_article_and_language" UNIQUE ("article_id", "language"), CONSTRAINT "one_text_per_language_and_slug" UNIQUE ("language", "slug"), CONSTRAINT "article_text_state_is_known" CHECK ("state" IN ('draft', 'published')), CONSTRAINT "translations_and_only_they_have_a_source_version" CHECK ((("language" = 'en' AND "source_version" IS NULL) OR (NOT ("language" = 'en') AND "source_version" IS NOT NULL))), CONSTRAINT "review_has_person_day_and_version" CHECK ((("reviewed_by" = '' AND "reviewed_on" IS NULL AND "reviewed_version" IS NULL) OR (NOT ("reviewed_by" = '') AND "reviewed_on" IS NOT NULL AND "reviewed_version" IS NOT NULL))));
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
','published','',NULL,1,'2026-11-25 07:14:25.098272','a headache is sudden and severe, or the worst you have ever had
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
your head hurts after long hours at a desk, at the wheel or on a phone',1,NULL,NULL,' headaches that start in the neck',' headaches that start in the neck some headaches begin in the joints and muscles of the neck learn the usual signs and which headaches are an emergency',' headaches that start in the neck some headaches begin in the joints and muscles of the neck learn the usual signs and which headaches are an emergency head pain does not always start in the head sometimes the problem is in the neck and the pain spreads upward this is called a neck related headache cervicogenic headache what is it nerves from the upper neck and nerves from the head meet in the same place so pain from the neck can feel like pain in the head it often starts at the back of the head and moves toward one eye these signs are common pain that is mostly on one side a stiff neck that does not turn as far as usual pain that gets worse when you move or hold your neck a certain way sore spots at the top of the neck migraine and tension headaches can cause neck pain too that makes them hard to tell apart without an exam what commonly causes it irritated joints in the upper neck tight or tired neck muscles long hours at a desk at the wheel or on a phone an old injury such as whiplash from a car crash wear in the neck joints arthritis what can you do now take a break from what you are doing and change position turn and tilt your head slowly within a range that feels comfortable put a warm pack on your neck for 15 to 20 minutes sleep on a pillow that keeps your head level with your body write down when the headaches come and what you did before ask a doctor or pharmacist about pain medicine taking it too often can bring on more headaches how the clinic can help our chiropractors ask about your headaches and your health they check how your neck moves and look for warning signs if they see any you need a medical doctor first if the neck seems to play a part they talk through your options they explain benefits and risks before anything is done no one can promise that the headaches will stop a headache is sudden and severe or the worst you have ever had a headache comes with weakness numbness a drooping face or trouble speaking a headache comes with confusion fainting or a seizure a headache comes with a fever and a stiff neck or a rash a headache comes with loss of vision double vision or trouble walking a headache starts after a blow to the head or neck a headache starts along with sudden new neck pain that you have not had before you are pregnant and have a new kind of headache call your doctor today you have a new kind of headache after age 50 you have had cancer and now have a new kind of headache your headaches are getting worse the same kind of headache keeps coming back the pain starts at the back of your head and moves toward one eye the headache comes on when you move or hold your neck a certain way your head hurts after long hours at a desk at the wheel or on a phone');
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
','published','',NULL,2,'2026-11-25 07:14:25.100786','you cannot put weight on the foot after a fall or jump
you felt a pop in the heel and cannot push up on your toes
the heel is hot, red and swollen, and you have a fever
your foot is suddenly numb, cold or pale
your calf is swollen and sore (this can be a blood clot), above all with chest pain or trouble breathing','you have diabetes and any sore or wound on your foot: go today
the heel pain stays when you rest
both heels hurt along with other joints','your heel hurts with the first steps in the morning
your heel hurts when you stand up after sitting
the pain comes back after a long day on your feet
stretching and shoes with support do not ease the pain enough',1,NULL,NULL,' heel pain with the first steps in the morning',' heel pain with the first steps in the morning heel pain that is sharp with your first steps often comes from the band under your foot good shoes and stretching may ease it',' heel pain with the first steps in the morning heel pain that is sharp with your first steps often comes from the band under your foot good shoes and stretching may ease it you get out of bed and your heel hurts with the first steps after some walking it eases later in the day it may come back what is it a strong band of tissue runs under your foot from the heel to the toes the plantar fascia it supports the arch when it is irritated near the heel the problem is called plantar fasciitis the band rests and tightens while you sleep your first steps stretch it again and that hurts the same can happen when you stand up after sitting what commonly causes it the band takes on more load than it can handle these things can add to that load standing or walking on hard floors for many hours a sudden increase in running or walking shoes with thin soles or little support tight calf muscles or a tight cord above the heel achilles tendon very flat feet or very high arches extra body weight a bony growth on the heel heel spur may show on an x ray many people have one and feel no pain what can you do now stretch before you stand pull your toes gently toward you for about 20 seconds a few times stretch your calf lean toward a wall with one leg behind you and the heel down wear shoes with support put them on right away and do not walk barefoot on hard floors ease the load swap some running for cycling or swimming for a while cool the heel use a cold pack wrapped in a towel for up to 15 minutes be patient it often takes some months to settle how the clinic can help our chiropractors ask about your shoes your work and your sport they examine your foot ankle and calf and watch how you walk then they explain what may be adding to the load they talk through the options with you such as stretches and changes in activity your next steps are up to you feet differ so no one can promise how fast the pain will ease you cannot put weight on the foot after a fall or jump you felt a pop in the heel and cannot push up on your toes the heel is hot red and swollen and you have a fever your foot is suddenly numb cold or pale your calf is swollen and sore this can be a blood clot above all with chest pain or trouble breathing you have diabetes and any sore or wound on your foot go today the heel pain stays when you rest both heels hurt along with other joints your heel hurts with the first steps in the morning your heel hurts when you stand up after sitting the pain comes back after a long day on your feet stretching and shoes with support do not ease the pain enough');
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
','published','',NULL,3,'2026-11-25 07:14:25.102709','you cannot put any weight on the leg after a fall or a blow
the knee or leg suddenly looks out of shape
the knee is hot, red and swollen, and you have a fever
the foot is cold, pale or numb after an injury
your calf is swollen and sore (this can be a blood clot), above all with chest pain or trouble breathing','the knee swells within hours of an injury
the knee locks or gives way','the pain is still there after a few days of rest
the pain comes back with every run
stairs, hills or standing up hurt
the kneecap clicks or grinds and hurts',1,NULL,NULL,' knee pain after running what to know',' knee pain after running what to know running puts a high load on the knees rest may ease the pain but have it checked to find the cause',' knee pain after running what to know running puts a high load on the knees rest may ease the pain but have it checked to find the cause running is good for your heart it can ease stress and it gets you outdoors but it also puts a high load on your knees you may have heard of runner s knee that is a broad name for pain around the kneecap patellofemoral pain the knee feels stiff or sore after a run and it gets worse when you move what causes it knee pain after a run often has one of these causes overuse muscle needs time to repair after a run constant bending irritates the area around the kneecap running every day inflames the tissue and rest days lower the risk worn cartilage behind the kneecap chondromalacia patella cartilage is the smooth layer on the back of the kneecap it can soften and wear away the bones then rub against each other and that hurts weak thigh muscles muscles at the back and front of the thigh hamstrings and quadriceps carry the load going from mostly sitting to hard running is not safe it raises the risk of damage to the cartilage what are the symptoms pain that grows when you stand walk or bend the knee most of all downhill clicking or grinding of the kneecap when you bend or straighten your leg soreness when you press on the knee tenderness runner s knee is easy to mistake for other problems such as arthritis an exam can help to tell them apart how is it treated rest may help it is still worth seeing a pain specialist another problem may lie behind the pain an underlying cause our chiropractors can examine your knee and look for the cause they offer natural treatments and talk through the options with you treating the knee now can mean a faster recovery it can also mean fewer injuries later every knee is different so no one can promise a result you cannot put any weight on the leg after a fall or a blow the knee or leg suddenly looks out of shape the knee is hot red and swollen and you have a fever the foot is cold pale or numb after an injury your calf is swollen and sore this can be a blood clot above all with chest pain or trouble breathing the knee swells within hours of an injury the knee locks or gives way the pain is still there after a few days of rest the pain comes back with every run stairs hills or standing up hurt the kneecap clicks or grinds and hurts');
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
','published','',NULL,3,'2026-11-25 07:14:25.104205','لم تستطع الوقوف على ساقك أو تحميلها وزنك بعد سقوط أو ضربة
أصبح شكل الركبة أو الساق غير طبيعي فجأة
كانت الركبة ساخنة وحمراء ومتورمة وكانت لديك حمى
أصبحت القدم باردة أو شاحبة أو خدِرة بعد إصابة
كانت ربلة الساق (بطة الساق) متورمة ومؤلمة (فقد تكون هذه جلطة دموية)، وخصوصًا مع ألم في الصدر أو صعوبة في التنفس','تورّمت الركبة خلال ساعات من التعرض لإصابة
علقت الركبة في مكانها أو انثنت تحتك فجأة','استمر الألم بعد بضعة أيام من الراحة
عاد الألم في كل مرة تجري فيها
آلمتك الركبة على الدرج أو على المنحدرات أو عند النهوض
شعرت بطقطقة أو احتكاك في الرضفة مع ألم',1,1,NULL,' الم الركبه ركبه بعد الجري جري ما ينبغي معرفته',' الم الركبه ركبه بعد الجري جري ما ينبغي معرفته الجري جري يضع ضغطا كبيرا علي الركبتين ركبتين قد تخفف الراحه راحه الالم الم لكن من المفيد مفيد فحص الركبه ركبه لمعرفه السبب سبب',' الم الركبه ركبه بعد الجري جري ما ينبغي معرفته الجري جري يضع ضغطا كبيرا علي الركبتين ركبتين قد تخفف الراحه راحه الالم الم لكن من المفيد مفيد فحص الركبه ركبه لمعرفه السبب سبب الجري جري مفيد للقلب قلب وقد يخفف التوتر توتر ويتيح يتيح لك قضاء وقت في الهواء هواء الطلق طلق لكنه يضع ايضا ضغطا كبيرا علي الركبتين ركبتين ربما سمعت بعباره ركبه العداء عداء هذا اسم عام للالم الم حول رضفه الركبه ركبه الالم الم الرضفي رضفي الفخذي فخذي تشعر بتيبس الركبه ركبه او بالم فيها بعد الجري جري ويزداد يزداد ذلك مع الحركه حركه ما الاسباب اسباب كثيرا ما يعود الم الركبه ركبه بعد الجري جري الي احد هذه الاسباب اسباب الافراط افراط في الاستخدام استخدام تحتاج العضلات عضلات الي وقت كي ترمم نفسها بعد الجري جري وثني ثني الركبه ركبه باستمرار يهيج المنطقه منطقه المحيطه محيطه بالرضفه رضفه والجري جري كل يوم يسبب التهاب تهاب الانسجه انسجه اما ايام الراحه راحه فتقلل هذا الخطر خطر تاكل الغضروف غضروف خلف الرضفه رضفه تلين غضروف الرضفه رضفه الغضروف غضروف هو الطبقه طبقه الملساء ملساء علي السطح سطح الخلفي خلفي للرضفه رضفه وقد يلين ويتاكل يتاكل عنديذ تحتك العظام عظام بعضها ببعض وهذا هذا مولم ضعف عضلات الفخذ فخذ العضلات عضلات في خلف الفخذ فخذ وامامه امامه اوتار المابض مابض والعضله عضله الرباعيه رباعيه هي التي تتحمل العبء عبء والانتقال انتقال من قله الحركه حركه الي الجري جري الشديد شديد ليس امنا فهو يزيد خطر تضرر الغضروف غضروف ما الاعراض اعراض الم يزداد عند الوقوف وقوف او المشي مشي او ثني الركبه ركبه وخصوصا خصوصا عند نزول المنحدرات منحدرات طقطقه او احتكاك في الرضفه رضفه عند ثني الساق ساق او مدها الم عند الضغط ضغط علي الركبه ركبه ايلام عند الجس من السهل سهل الخلط خلط بين ركبه العداء عداء ومشكلات مشكلات اخري مثل التهاب تهاب المفاصل مفاصل وقد يساعد الفحص فحص علي التمييز تمييز بينها كيف يكون العلاج علاج قد تساعد الراحه راحه ومع ذلك من المفيد مفيد مراجعه اختصاصي في علاج الالم الم فقد تكون وراء راء الالم الم مشكله اخري سبب كامن يمكن للمعالجين معالجين بتقويم العمود عمود الفقري فقري الكايروبراكتيك كايروبراكتيك في عيادتنا فحص ركبتك والبحث بحث عن السبب سبب وهم يقدمون علاجات طبيعيه ويناقشون يناقشون معك الخيارات خيارات قد يعني علاج الركبه ركبه الان تعافيا اسرع وقد يعني ايضا اصابات اقل في المستقبل مستقبل كل ركبه تختلف عن غيرها ولذلك لذلك لا يمكن لاحد ان يعد بنتيجه لم تستطع الوقوف وقوف علي ساقك او تحميلها وزنك زنك بعد سقوط او ضربه اصبح شكل الركبه ركبه او الساق ساق غير طبيعي فجاه كانت الركبه ركبه ساخنه وحمراء حمراء ومتورمه متورمه وكانت كانت لديك حمي اصبحت القدم قدم بارده او شاحبه او خدره بعد اصابه كانت ربله الساق ساق بطه الساق ساق متورمه ومولمه مولمه فقد تكون هذه جلطه دمويه وخصوصا خصوصا مع الم في الصدر صدر او صعوبه في التنفس تنفس تورمت الركبه ركبه خلال ساعات من التعرض تعرض لاصابه علقت الركبه ركبه في مكانها او انثنت تحتك فجاه استمر الالم الم بعد بضعه ايام من الراحه راحه عاد الالم الم في كل مره تجري فيها المتك متك الركبه ركبه علي الدرج درج او علي المنحدرات منحدرات او عند النهوض نهوض شعرت بطقطقه او احتكاك في الرضفه رضفه مع الم');
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
','published','',NULL,3,'2026-11-25 07:14:25.106139','no puede apoyar nada de peso en la pierna después de una caída o un golpe
la rodilla o la pierna de pronto se ve deformada
la rodilla está caliente, roja e hinchada, y usted tiene fiebre
el pie está frío, pálido o adormecido después de una lesión
tiene la pantorrilla hinchada y adolorida (puede ser un coágulo de sangre), sobre todo si le duele el pecho o le cuesta respirar','la rodilla se hincha a las pocas horas de una lesión
la rodilla se le traba o le falla','el dolor sigue después de unos días de descanso
el dolor vuelve cada vez que corre
le duele la rodilla en las escaleras, en las cuestas o al levantarse
la rótula chasquea o cruje y le duele',1,1,NULL,' dolor de rodilla despues de correr lo que debe saber',' dolor de rodilla despues de correr lo que debe saber correr exige mucho a las rodillas el descanso puede aliviar el dolor pero conviene una revision para encontrar la causa',' dolor de rodilla despues de correr lo que debe saber correr exige mucho a las rodillas el descanso puede aliviar el dolor pero conviene una revision para encontrar la causa correr es bueno para el corazon puede aliviar el estres y le permite pasar tiempo al aire libre pero tambien somete las rodillas a una gran carga tal vez haya oido hablar de la rodilla del corredor es un nombre amplio para el dolor alrededor de la rotula dolor patelofemoral la rodilla se siente rigida o adolorida despues de correr y empeora al moverse cuales son las causas el dolor de rodilla despues de correr suele tener una de estas causas uso excesivo el musculo necesita tiempo para repararse despues de correr doblar la rodilla constantemente irrita la zona que rodea la rotula correr todos los dias inflama los tejidos y los dias de descanso reducen el riesgo cartilago desgastado tras la rotula condromalacia rotuliana el cartilago es la capa lisa en la parte posterior de la rotula puede ablandarse y desgastarse entonces los huesos rozan entre si y eso duele musculos debiles en los muslos los musculos de atras y de delante isquiotibiales y cuadriceps soportan la carga pasar de una vida sedentaria a correr con intensidad no es seguro aumenta el riesgo de danar el cartilago cuales son los sintomas dolor que aumenta al estar de pie caminar o doblar la rodilla sobre todo cuesta abajo chasquidos o crujidos de la rotula al doblar o enderezar la pierna dolor al presionar la rodilla sensibilidad a la presion es facil confundir la rodilla del corredor con otros problemas como la artritis un examen puede ayudar a distinguirlos como se trata el descanso puede ayudar aun asi vale la pena consultar a un especialista en dolor puede haber otro problema detras del dolor una causa subyacente nuestros quiropracticos pueden examinarle la rodilla y buscar la causa ofrecen tratamientos naturales y hablan con usted sobre las opciones tratar la rodilla ahora puede significar una recuperacion mas rapida tambien puede significar menos lesiones mas adelante cada rodilla es diferente asi que nadie puede prometer un resultado no puede apoyar nada de peso en la pierna despues de una caida o un golpe la rodilla o la pierna de pronto se ve deformada la rodilla esta caliente roja e hinchada y usted tiene fiebre el pie esta frio palido o adormecido despues de una lesion tiene la pantorrilla hinchada y adolorida puede ser un coagulo de sangre sobre todo si le duele el pecho o le cuesta respirar la rodilla se hincha a las pocas horas de una lesion la rodilla se le traba o le falla el dolor sigue despues de unos dias de descanso el dolor vuelve cada vez que corre le duele la rodilla en las escaleras en las cuestas o al levantarse la rotula chasquea o cruje y le duele');
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
','published','',NULL,3,'2026-11-25 07:14:25.107875','po upadku lub uderzeniu nie mogą Państwo w ogóle obciążyć nogi
kolano lub noga nagle ma nienaturalny kształt
kolano jest gorące, czerwone i spuchnięte, a do tego mają Państwo gorączkę
po urazie stopa jest zimna, blada lub zdrętwiała
łydka jest spuchnięta i obolała (to może być zakrzep krwi), zwłaszcza gdy boli klatka piersiowa lub trudno oddychać','kolano puchnie w ciągu kilku godzin od urazu
kolano blokuje się lub nagle się ugina','ból nie mija po kilku dniach odpoczynku
ból wraca przy każdym biegu
kolano boli na schodach, na wzniesieniach lub przy wstawaniu
rzepka przeskakuje lub trzeszczy i boli',1,1,NULL,' bol kolana po bieganiu co warto wiedziec',' bol kolana po bieganiu co warto wiedziec bieganie mocno obciaza kolana odpoczynek moze zlagodzic bol ale warto zbadac kolano i poznac przyczyne',' bol kolana po bieganiu co warto wiedziec bieganie mocno obciaza kolana odpoczynek moze zlagodzic bol ale warto zbadac kolano i poznac przyczyne bieganie jest dobre dla serca moze zmniejszac stres i pozwala spedzac czas na swiezym powietrzu jednak mocno obciaza tez kolana byc moze znaja panstwo okreslenie kolano biegacza to szeroka nazwa bolu wokol rzepki bol rzepkowo udowy po biegu kolano jest sztywne lub obolale a podczas ruchu dolegliwosci sie nasilaja jakie sa przyczyny bol kolana po bieganiu czesto ma jedna z tych przyczyn przeciazenie po biegu miesnie potrzebuja czasu na regeneracje ciagle zginanie kolana podraznia okolice rzepki codzienne bieganie wywoluje stan zapalny tkanek a dni odpoczynku zmniejszaja ryzyko zuzycie chrzastki za rzepka chondromalacja rzepki chrzastka to gladka warstwa na tylnej stronie rzepki moze zmieknac i sie scierac wtedy kosci tra o siebie i to powoduje bol slabe miesnie ud obciazenie przejmuja miesnie z tylu i z przodu uda miesnie kulszowo goleniowe i miesien czworoglowy przejscie od siedzacego trybu zycia prosto do intensywnego biegania nie jest bezpieczne zwieksza ryzyko uszkodzenia chrzastki jakie sa objawy bol ktory narasta podczas stania chodzenia lub zginania kolana zwlaszcza podczas schodzenia ze wzniesienia przeskakiwanie lub trzeszczenie rzepki przy zginaniu lub prostowaniu nogi bol przy uciskaniu kolana tkliwosc uciskowa kolano biegacza latwo pomylic z innymi problemami na przyklad z zapaleniem stawow badanie moze pomoc je odroznic jak sie je leczy odpoczynek moze pomoc mimo to warto zglosic sie do specjalisty od leczenia bolu za bolem moze kryc sie inny problem ukryta przyczyna nasi chiropraktycy moga zbadac kolano i poszukac przyczyny oferuja naturalne metody leczenia i omawiaja z pacjentem mozliwosci leczenie kolana juz teraz moze oznaczac szybszy powrot do zdrowia moze tez oznaczac mniej urazow w przyszlosci kazde kolano jest inne wiec nikt nie moze obiecac wyniku po upadku lub uderzeniu nie moga panstwo w ogole obciazyc nogi kolano lub noga nagle ma nienaturalny ksztalt kolano jest gorace czerwone i spuchniete a do tego maja panstwo goraczke po urazie stopa jest zimna blada lub zdretwiala lydka jest spuchnieta i obolala to moze byc zakrzep krwi zwlaszcza gdy boli klatka piersiowa lub trudno oddychac kolano puchnie w ciagu kilku godzin od urazu kolano blokuje sie lub nagle sie ugina bol nie mija po kilku dniach odpoczynku bol wraca przy kazdym biegu kolano boli na schodach na wzniesieniach lub przy wstawaniu rzepka przeskakuje lub trzeszczy i boli');
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
','published','',NULL,4,'2026-11-25 07:14:25.110181','your back hurts and you lose control of your bladder or bowels, or cannot pass urine
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
the pain in your low back keeps coming back',1,NULL,NULL,' low back pain what to do in the first days',' low back pain what to do in the first days with new low back pain gentle movement is usually better than staying in bed know the few signs that need help right away',' low back pain what to do in the first days with new low back pain gentle movement is usually better than staying in bed know the few signs that need help right away low back pain often comes on fast you bend lift or twist and your back locks up new pain like this acute low back pain often eases over days or weeks what is it the pain sits between your lowest ribs and your hips it may feel dull sharp or tight your back may be stiff in the morning or after you sit for a while what commonly causes it often no single cause can be found doctors call this nonspecific low back pain these things commonly play a part a pulled muscle or ligament a strain or sprain lifting something heavy or turning while you lift a lot of sitting or hard work your back is not used to wear in the small joints or discs of the spine serious causes are rare but they need quick care what can you do now keep moving take short easy walks and do light tasks some soreness as you move is normal do not stay in bed for long much bed rest makes muscles stiff and weak lie down for a short time if you need to change position often stand up and walk a little at least twice an hour try warmth a warm pack over clothing for 15 to 20 minutes may ease tight muscles wait with heavy lifting go back to it step by step as the pain settles ask about medicine a doctor or pharmacist can say which pain medicine is safe for you how the clinic can help our chiropractors ask how the pain began and examine your back they explain what they find in plain words then they talk through the options with you and you decide they can also show you ways to move and lift in daily life if you need another kind of care they can tell you people respond in different ways so no one can promise a result your back hurts and you lose control of your bladder or bowels or cannot pass urine your back hurts and you feel numb around the groin genitals or buttocks your back hurts and one or both legs are weak or are getting weaker you have a fever or chills together with the back pain the back pain began after a serious fall or a car crash you have chest pain or strong belly pain together with the back pain you have back pain and have had cancer you have back pain and thin bones osteoporosis you have back pain and lose weight for no clear reason the back pain wakes you at night the back pain is not easing after a few weeks your back still hurts after some days of short walks and light tasks bending lifting or getting up from a chair hurts your back gets stiff when you sit for a while the pain in your low back keeps coming back');
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
','published','',NULL,5,'2026-11-25 07:14:25.112223','the neck pain began after a fall, a car crash or a blow to the head
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
looking down at a phone or turning your head hurts',1,NULL,NULL,' neck pain from desk and screen work',' neck pain from desk and screen work long hours at a screen can make your neck stiff and sore small changes at your desk and short breaks can ease the strain',' neck pain from desk and screen work long hours at a screen can make your neck stiff and sore small changes at your desk and short breaks can ease the strain do your neck and shoulders ache after a day at the computer you are not alone holding your head still for hours is hard work for your neck what is it the muscles at the back of your neck hold up your head when they work for too long without a break they get tired and tight muscle strain you may feel a dull ache stiffness or sore spots the ache may spread to the shoulders or between the shoulder blades some people also get a headache it often builds up through the day and eases with rest what commonly causes it sitting in one position for a long time a screen that is too low too far away or off to one side leaning your head forward to read looking down at a phone or tablet holding a phone between your ear and shoulder stress which can make you tense your shoulders what can you do now raise the screen the top edge should be near eye level about an arm s length away support your arms and feet keep your elbows close to your body and your feet flat use a separate keyboard it lets you lift a laptop to a good height take short breaks stand up and move for a minute or two every half hour move your neck gently turn and tilt your head slowly and stop if it hurts more lift your phone bring it up toward your eyes no one position is right for the whole day changing it often helps more than sitting perfectly still how the clinic can help our chiropractors ask about your work your desk and your day they check how your neck moves and where it is sore they then explain what they think is behind the pain you talk through the options together including their benefits and risks the choice is yours no treatment works for everyone the neck pain began after a fall a car crash or a blow to the head your face droops your speech is slurred or one side of your body is weak the neck pain came on suddenly with dizziness double vision or trouble walking you have neck pain and a fever with a stiff neck or a bad headache your neck hurts and your arms or legs are weak numb or clumsy your neck hurts and you lose control of your bladder or bowels you have chest pain sweating or trouble breathing along with the neck pain pain numbness or tingling runs down your arm and the arm is not weak or clumsy the neck pain wakes you at night the neck pain lasts for weeks your neck or shoulders ache after hours at a screen the ache comes back on most work days short breaks and changes at your desk do not ease the ache looking down at a phone or turning your head hurts');
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
','published','',NULL,6,'2026-11-25 07:14:25.113890','you lose control of your bladder or bowels, or you cannot pass urine
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
the leg pain goes away and then comes back',1,NULL,NULL,' sciatica pain that runs down the leg',' sciatica pain that runs down the leg pain that shoots down one leg often comes from an irritated nerve in the low back it often eases with time',' sciatica pain that runs down the leg pain that shoots down one leg often comes from an irritated nerve in the low back it often eases with time some back pain does not stay in the back it runs through the buttock and down the leg this kind of nerve pain is called sciatica what is it a long nerve runs from the low back to the foot on each side the sciatic nerve when its roots are irritated you feel pain along its path the pain may burn shoot or feel like an electric shock you may also notice tingling or a numb patch in the leg or foot most often only one leg is affected sitting coughing or sneezing can make it worse what commonly causes it a bulging disc herniated disc a cushion between two spine bones pushes out and presses on the nerve a narrow spinal canal spinal stenosis the space around the nerves gets tighter often with age a spine bone that has moved forward spondylolisthesis it can crowd a nerve tight or irritated tissue in the buttock in some people this bothers the nerve in rare cases many nerves are squeezed at once cauda equina syndrome you may lose control of your bladder or feel numb around the groin this needs care within hours what can you do now stay as active as the pain allows short walks are a good start do not sit for long stand up often and change how you sit find a resting position that calms the leg try lying on your side with a pillow between your knees use a warm or cold pack over clothing for 15 to 20 minutes see which one feels good stop any exercise that sends the pain farther down the leg ask a doctor or pharmacist before you take pain medicine many people feel better within weeks for some it takes longer how the clinic can help our chiropractors ask where the pain runs and what sets it off they check your back and the strength and feeling in your legs this helps to show which nerve may be involved then they talk through the options with you some people need a doctor s tests or another kind of care a result cannot be promised because every person is different you lose control of your bladder or bowels or you cannot pass urine you feel numb around the groin genitals or buttocks the pain weakness or numbness is in both legs a leg or foot is weak or is getting weaker you have a fever along with the back or leg pain the pain began after a serious fall or a car crash you have back or leg pain and have had cancer you have back or leg pain and lose weight for no clear reason the back or leg pain is getting worse the pain will not let you sleep pain runs from your low back or buttock down one leg sitting coughing or sneezing brings on the leg pain you feel tingling in one leg or foot the leg pain goes away and then comes back');
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
','published','',NULL,7,'2026-11-25 07:14:25.115552','shoulder pain comes with pain or pressure in the chest, jaw or back: it may be your heart
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
the pain comes back when you work above shoulder height',1,NULL,NULL,' shoulder pain when lifting the arm',' shoulder pain when lifting the arm pain when you reach up often comes from the tendons at the top of the shoulder rest it a little but keep it moving',' shoulder pain when lifting the arm pain when you reach up often comes from the tendons at the top of the shoulder rest it a little but keep it moving reaching for a shelf hurts so does putting on a coat or combing your hair pain when you lift your arm is a common shoulder problem what is it four muscles and their cords tendons hold the ball of your shoulder in its socket together they are called the rotator cuff they pass through a narrow space under the bone at the top of the shoulder when this area is irritated raising the arm hurts you may feel it on the outside of the upper arm lying on that side at night can hurt too what commonly causes it irritated tendons rotator cuff tendinopathy lifting or reaching over your head many times can overload them a swollen cushion bursitis a small sac of fluid in the shoulder gets sore a torn tendon rotator cuff tear this can follow a fall or come slowly with age a stiff shoulder frozen shoulder the joint gets tight and even someone else cannot move it far a neck problem an irritated nerve in the neck can send pain to the shoulder shoulder pain can also be a sign of a heart attack call 911 if your chest hurts too or you have trouble breathing what can you do now cut back on work above shoulder height for a while keep the arm moving in ways that do not hurt much a shoulder kept still for too long can get stiff move things you use often to a lower shelf carry and lift close to your body use a cold or warm pack over clothing for 15 to 20 minutes at night lie on your other side and rest the sore arm on a pillow ask a doctor or pharmacist before you take pain medicine how the clinic can help our chiropractors ask how the pain started and which movements hurt they examine your shoulder and your neck as well the exam can help to show where the pain comes from they explain what they find and talk through the options with you if a scan or another kind of care makes sense they can say so how a shoulder responds differs from person to person shoulder pain comes with pain or pressure in the chest jaw or back it may be your heart shoulder pain comes with trouble breathing a cold sweat an upset stomach or feeling faint shoulder pain comes with sudden weakness on one side a drooping face or trouble speaking you had a fall or blow and the shoulder looks out of shape you suddenly cannot lift your arm after an injury your arm or hand is numb cold or pale the shoulder is hot red or swollen and you have a fever there is a lump on or near the shoulder the shoulder hurts even at rest the shoulder pain is not easing after a few weeks reaching up combing your hair or putting on a coat hurts it hurts to lie on that shoulder the shoulder is stiff and does not move as far as it did the pain comes back when you work above shoulder height');
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
CREATE TABLE "auth_group" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(150) NOT NULL UNIQUE);
CREATE TABLE "auth_group_permissions" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "auth_permission" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "codename" varchar(100) NOT NULL, "name" varchar(255) NOT NULL);
INSERT INTO "auth_permission" VALUES(1,1,'add_clinic','Can add clinic');
INSERT INTO "auth_permission" VALUES(2,1,'change_clinic','Can change clinic');
INSERT INTO "auth_permission" VALUES(3,1,'delete_clinic','Can delete clinic');
INSERT INTO "auth_permission" VALUES(4,1,'view_clinic','Can view clinic');
INSERT INTO "auth_permission" VALUES(5,2,'add_closure','Can add closure');
INSERT INTO "auth_permission" VALUES(6,2,'change_closure','Can change closure');
INSERT INTO "auth_permission" VALUES(7,2,'delete_closure','Can delete closure');
INSERT INTO "auth_permission" VALUES(8,2,'view_closure','Can view closure');
INSERT INTO "auth_permission" VALUES(9,3,'add_openingperiod','Can add opening period');
INSERT INTO "auth_permission" VALUES(10,3,'change_openingperiod','Can change opening period');
INSERT INTO "auth_permission" VALUES(11,3,'delete_openingperiod','Can delete opening period');
INSERT INTO "auth_permission" VALUES(12,3,'view_openingperiod','Can view opening period');
INSERT INTO "auth_permission" VALUES(13,4,'add_interfacereview','Can add interface review');
INSERT INTO "auth_permission" VALUES(14,4,'change_interfacereview','Can change interface review');
INSERT INTO "auth_permission" VALUES(15,4,'delete_interfacereview','Can delete interface review');
INSERT INTO "auth_permission" VALUES(16,4,'view_interfacereview','Can view interface review');
INSERT INTO "auth_permission" VALUES(17,5,'add_article','Can add article');
INSERT INTO "auth_permission" VALUES(18,5,'change_article','Can change article');
INSERT INTO "auth_permission" VALUES(19,5,'delete_article','Can delete article');
INSERT INTO "auth_permission" VALUES(20,5,'view_article','Can view article');
INSERT INTO "auth_permission" VALUES(21,6,'add_topic','Can add topic');
INSERT INTO "auth_permission" VALUES(22,6,'change_topic','Can change topic');
INSERT INTO "auth_permission" VALUES(23,6,'delete_topic','Can delete topic');
INSERT INTO "auth_permission" VALUES(24,6,'view_topic','Can view topic');
INSERT INTO "auth_permission" VALUES(25,7,'add_reference','Can add reference');
INSERT INTO "auth_permission" VALUES(26,7,'change_reference','Can change reference');
INSERT INTO "auth_permission" VALUES(27,7,'delete_reference','Can delete reference');
INSERT INTO "auth_permission" VALUES(28,7,'view_reference','Can view reference');
INSERT INTO "auth_permission" VALUES(29,8,'add_articletext','Can add article text');
INSERT INTO "auth_permission" VALUES(30,8,'change_articletext','Can change article text');
INSERT INTO "auth_permission" VALUES(31,8,'delete_articletext','Can delete article text');
INSERT INTO "auth_permission" VALUES(32,8,'view_articletext','Can view article text');
INSERT INTO "auth_permission" VALUES(33,9,'add_topicname','Can add topic name');
INSERT INTO "auth_permission" VALUES(34,9,'change_topicname','Can change topic name');
INSERT INTO "auth_permission" VALUES(35,9,'delete_topicname','Can delete topic name');
INSERT INTO "auth_permission" VALUES(36,9,'view_topicname','Can view topic name');
INSERT INTO "auth_permission" VALUES(37,10,'add_consultationrequest','Can add consultation request');
INSERT INTO "auth_permission" VALUES(38,10,'change_consultationrequest','Can change consultation request');
INSERT INTO "auth_permission" VALUES(39,10,'delete_consultationrequest','Can delete consultation request');
INSERT INTO "auth_permission" VALUES(40,10,'view_consultationrequest','Can view consultation request');
INSERT INTO "auth_permission" VALUES(41,11,'add_outgoingmail','Can add outgoing mail');
INSERT INTO "auth_permission" VALUES(42,11,'change_outgoingmail','Can change outgoing mail');
INSERT INTO "auth_permission" VALUES(43,11,'delete_outgoingmail','Can delete outgoing mail');
INSERT INTO "auth_permission" VALUES(44,11,'view_outgoingmail','Can view outgoing mail');
INSERT INTO "auth_permission" VALUES(45,12,'add_logentry','Can add log entry');
INSERT INTO "auth_permission" VALUES(46,12,'change_logentry','Can change log entry');
INSERT INTO "auth_permission" VALUES(47,12,'delete_logentry','Can delete log entry');
INSERT INTO "auth_permission" VALUES(48,12,'view_logentry','Can view log entry');
INSERT INTO "auth_permission" VALUES(49,13,'add_permission','Can add permission');
INSERT INTO "auth_permission" VALUES(50,13,'change_permission','Can change permission');
INSERT INTO "auth_permission" VALUES(51,13,'delete_permission','Can delete permission');
INSERT INTO "auth_permission" VALUES(52,13,'view_permission','Can view permission');
INSERT INTO "auth_permission" VALUES(53,14,'add_group','Can add group');
INSERT INTO "auth_permission" VALUES(54,14,'change_group','Can change group');
INSERT INTO "auth_permission" VALUES(55,14,'delete_group','Can delete group');
INSERT INTO "auth_permission" VALUES(56,14,'view_group','Can view group');
INSERT INTO "auth_permission" VALUES(57,15,'add_user','Can add user');
INSERT INTO "auth_permission" VALUES(58,15,'change_user','Can change user');
INSERT INTO "auth_permission" VALUES(59,15,'delete_user','Can delete user');
INSERT INTO "auth_permission" VALUES(60,15,'view_user','Can view user');
INSERT INTO "auth_permission" VALUES(61,16,'add_contenttype','Can add content type');
INSERT INTO "auth_permission" VALUES(62,16,'change_contenttype','Can change content type');
INSERT INTO "auth_permission" VALUES(63,16,'delete_contenttype','Can delete content type');
INSERT INTO "auth_permission" VALUES(64,16,'view_contenttype','Can view content type');
INSERT INTO "auth_permission" VALUES(65,17,'add_session','Can add session');
INSERT INTO "auth_permission" VALUES(66,17,'change_session','Can change session');
INSERT INTO "auth_permission" VALUES(67,17,'delete_session','Can delete session');
INSERT INTO "auth_permission" VALUES(68,17,'view_session','Can view session');
CREATE TABLE "auth_user" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "password" varchar(128) NOT NULL, "last_login" datetime NULL, "is_superuser" bool NOT NULL, "username" varchar(150) NOT NULL UNIQUE, "last_name" varchar(150) NOT NULL, "email" varchar(254) NOT NULL, "is_staff" bool NOT NULL, "is_active" bool NOT NULL, "date_joined" datetime NOT NULL, "first_name" varchar(150) NOT NULL);
INSERT INTO "auth_user" VALUES(1,'pbkdf2_sha256$1000000$IskoPZ9RhuzCwCHmnnphfO$RaIYzh2m6LSbygQKQYTd73RBm56GpMHeXeWF0n5AI54=','2026-11-25 07:14:31.891094',1,'demo-staff','','',1,1,'2026-11-25 07:14:25.117230','');
CREATE TABLE "auth_user_groups" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "user_id" integer NOT NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "auth_user_user_permissions" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "user_id" integer NOT NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "clinic_site_clinic" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(100) NOT NULL, "street" varchar(100) NOT NULL, "city" varchar(60) NOT NULL, "state" varchar(2) NOT NULL, "postal_code" varchar(10) NOT NULL, "phone" varchar(30) NOT NULL, "time_zone" varchar(40) NOT NULL, "hours_confirmed" bool NOT NULL, "same_day_minutes" smallint unsigned NOT NULL CHECK ("same_day_minutes" >= 0), "next_day_minutes" smallint unsigned NOT NULL CHECK ("next_day_minutes" >= 0), "who_treats_you" text NOT NULL, "first_visit" text NOT NULL, "parking" text NOT NULL, "step_free_access" text NOT NULL, "insurance" text NOT NULL, "language_notice" text NOT NULL, "privacy_practices_url" varchar(200) NOT NULL, CONSTRAINT "one_clinic" CHECK ("id" = 1));
INSERT INTO "clinic_site_clinic" VALUES(1,'Integrated Health Solutions','10751 W. 165th Street, Suite 100','Orland Park','IL','60467','(708) 555-0177','America/Chicago',0,120,240,'','','','','','','');
CREATE TABLE "clinic_site_closure" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "first_day" date NOT NULL, "last_day" date NOT NULL, "reason" varchar(100) NOT NULL, "clinic_id" bigint NOT NULL REFERENCES "clinic_site_clinic" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "closure_ends_after_it_begins" CHECK ("last_day" >= ("first_day")));
CREATE TABLE "clinic_site_interfacereview" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "language" varchar(10) NOT NULL UNIQUE, "reviewed_by" varchar(100) NOT NULL, "reviewed_on" date NULL, "signed_fingerprint" varchar(64) NOT NULL, CONSTRAINT "interface_review_has_person_and_day" CHECK ((("reviewed_by" = '' AND "reviewed_on" IS NULL) OR (NOT ("reviewed_by" = '') AND "reviewed_on" IS NOT NULL))));
CREATE TABLE "clinic_site_openingperiod" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "weekday" smallint unsigned NOT NULL CHECK ("weekday" >= 0), "opens_at" time NOT NULL, "closes_at" time NOT NULL, "clinic_id" bigint NOT NULL REFERENCES "clinic_site_clinic" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "period_closes_after_it_opens" CHECK ("closes_at" > ("opens_at")));
INSERT INTO "clinic_site_openingperiod" VALUES(1,0,'09:00:00','17:00:00',1);
INSERT INTO "clinic_site_openingperiod" VALUES(2,1,'09:00:00','17:00:00',1);
INSERT INTO "clinic_site_openingperiod" VALUES(3,2,'09:00:00','17:00:00',1);
INSERT INTO "clinic_site_openingperiod" VALUES(4,3,'09:00:00','17:00:00',1);
INSERT INTO "clinic_site_openingperiod" VALUES(5,4,'09:00:00','17:00:00',1);
CREATE TABLE "consultations_consultationrequest" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "reference" varchar(9) NOT NULL UNIQUE, "token" varchar(32) NOT NULL UNIQUE, "received_at" datetime NOT NULL, "call_by" datetime NULL, "page_language" varchar(10) NOT NULL, "full_name" text NOT NULL, "phone" text NOT NULL, "email" text NOT NULL, "voicemail_ok" bool NULL, "best_time" varchar(10) NOT NULL, "language" varchar(10) NOT NULL, "interpreter" bool NOT NULL, "patient_status" varchar(10) NOT NULL, "reason" text NOT NULL, "consent" bool NOT NULL, "consent_wording" text NOT NULL, "state" varchar(10) NOT NULL, "corrected_phone" text NOT NULL, "note" text NOT NULL, "sameness_key" varchar(64) NULL UNIQUE, CONSTRAINT "request_has_consent" CHECK ("consent"), CONSTRAINT "request_state_is_known" CHECK ("state" IN ('new', 'contacted', 'scheduled', 'closed', 'spam')), CONSTRAINT "ended_request_repeats_nothing" CHECK (("sameness_key" IS NULL OR NOT ("state" IN ('closed', 'spam')))));
INSERT INTO "consultations_consultationrequest" VALUES(1,'7PW1-XFHB','G-zLmI8YATyIaJIBely85Q','2026-11-25 07:14:29.297402','2026-11-25 23:00:00','en','gAAAAABrBorVd5WpVY2WYXL6pq93gJ-IN819RpArVTu6iH-aVSPmgpsNFzjTF0hjSSkaCxyZ8O-CThZMR7DTMcCisNX6S4INBw==','gAAAAABrBorVQu0lbdJvoDmZQ_CUirRSpy6dIj7cXp-9T1-YAK1Yjie8pn25lybK8KQcLSTMQ-ebCpZZmjOB3vlFV0qKs7dqIw==','gAAAAABrBorVlbwfgILHIfQlE-GeM0VxCKV03t1PlwtiNFJ1eGOEsxA_E67I7D84ZswimTtiOFX-JyB1MAz1VpqBM_hSZYtIxJuqwCFBpheCz8cdBt1vUPs=',0,'morning','en',0,'new','gAAAAABrBorVhvtAnzY9m2Rgnmj7NCjIb2gwKz6Ghnbtk0NaTTsKG_NqkJWFOvo9ej73t_omR-GYjwxDDF0tJNZg9sTPmBMrsKoiYvbczi9eWWkHCFJ0Ys4Y-zxHcgI4mm56GyaBCysCvMEuV9MEHhmd28IyIfFviFv8alAbse1J6G9t7SFLMS4=',1,'I agree that Integrated Health Solutions may contact me about this request by the means I gave above.','new','','','32d6667540b18edb0b4ce1b9ecb35188ae808eaa22fab8d8a65b407402c780ae');
INSERT INTO "consultations_consultationrequest" VALUES(2,'9EYH-YNE0','e_k0KJsvTmOQD9FRbbqUcg','2026-11-25 07:14:29.381433','2026-11-25 23:00:00','es','gAAAAABrBorVgKIJCg9EenruE3nagCE5M5mJnsMuJoOb3_RI7TQIOPz9L5QnAMA2NQKdGr8WAb9UoerqUPcQH1ZEJ2bWjtQ8UQ==','gAAAAABrBorVOyNzpEqfNCTP0BgS6TDHNPNKckFtpA1sHoSgULlkhU6uBZuX2WzoqwTROQknYq-LlwyvPtgkeVePg-Frkjyd9A==','',1,'any','es',0,'returning','gAAAAABrBorV0USNqTVhMdFBw_2_V5XmmRNmxhbipQWMDl4nTFn-khXsEJqztmPz6IqAmoObwk8VPM7pY8ouAFHt1W2HctaIW2ADAa5hOXwNZghbNHHOvGQuQui7zTp-EiDM4Pr8teWr',1,'Acepto que Integrated Health Solutions se comunique conmigo sobre esta solicitud por los medios que indiqué arriba.','closed','','gAAAAABrBorX2mdWIdXaJOvgpl7-ELRM7a0PHbylfNzCrLJxxD-PLUBPx1WO8ta2QgkuhE6qsNbMYz7_gd2UNr2IyA1oi4A27U9N6pWwh72egjQQ_f61qWg=',NULL);
INSERT INTO "consultations_consultationrequest" VALUES(3,'Z67J-W65V','uCz6yWGZro3ujFyEUooKoA','2026-11-25 07:14:29.427582','2026-11-25 23:00:00','pl','gAAAAABrBorVQ5mlKrwjg3Pp5SV-JV0cn-otuOwK9e0c3ez2BB-Vzaz23B-I6jMNBLXWkDlFL2UWjCXRxPwEUwKOqGpJIfVK5A==','gAAAAABrBorVfX0q_nHr1YXP3wKJDk1MRvfVGjeqtZk4vxeYNi8lewi584MGg9e5GI7SD3hmw9f_ZsK-x3bSve3dz2NFncfqkNdsedbBFchsDIU1JODOLo4=','gAAAAABrBorVb01W74BouEydmZsFWj2Ip9ytrnMkX_33HbRQRPln47X183ehfT18lvExrR-Wc7KZSDAlhn97QVLYgRKQPYAxfarGxKtCPEIV98QpocqvLKY=',1,'afternoon','pl',1,'new','gAAAAABrBorVCOCvZeFYjmJBiiKkA9dzSFdW3nPdfXu0yWnyr4N5efLcSDjvya1B-fOaDpP3Ui5gk_D1VDUn28SWCtsLsRyOZtsVXRTG6uYG56cVBhSISkV-a8e0Wq7ZkiEwMWTZ70ik',1,'Zgadzam się, aby klinika Integrated Health Solutions kontaktowała się ze mną w sprawie tego zgłoszenia w sposób podany przeze mnie powyżej.','scheduled','','gAAAAABrBorY4kSOUZCcKICRMDdyJcBsbIVDYjDjI_y04bVDKZ922Ck5yaSnZBuJqFZcQ0vl-6cF5iNuFX28tDykckhMeB4O4aQR9n_0_JfIoHGiptvziqW4ATvql25Dd4VshPpAWSMh','cc50de33c0f54bbc2a8ab0268e5805c23a76139c7d069d68a3a43522e774a79f');
INSERT INTO "consultations_consultationrequest" VALUES(4,'KFB2-F638','5Ci6MQ9Y7Khfzs50l33XGg','2026-11-25 07:14:29.465741','2026-11-25 23:00:00','ar','gAAAAABrBorV5vx8q7Om2tahtvf_N6BcpvFyjouz6dbEmlFTqkvCdhkJzW6o-p-rQrLgjgKSDHdPuRn5GGYYPlwlVHojVycojpdLSJ874Ds52R8gJbStjRY=','gAAAAABrBorVE9daQbxmQCuVH3qOdlMjvtkVdcjPfgJDp-QgEgK5-twCrEG79SLx_B8vxQSc2iUSCA4-CqSOMPATXuFC--8Tew==','',1,'midday','ar',0,'new','gAAAAABrBorVftdlQW041O2Duf1o8baPcoEpt_eZq113ahAcf2jR3Iz7FZI96fG7s4dCvPX1BoBiy6jp5Wdn2HmHimzCnaul4EyGf9R-oZcCdH_kTEQNgl7fRWdU7wWk8RtPWdQOToJgsdQnuSDvnCN3gP-YmB4K-Q==',1,'أوافق على أن تتواصل معي عيادة Integrated Health Solutions بشأن هذا الطلب بالوسائل التي ذكرتها أعلاه.','contacted','gAAAAABrBorYM7AimnwWrI2PPGV1_aC0c8A_0YkFhUDpU_fEF0eipAKNOVtk_PFY1606GQ7XppGX0nqJS9qkXivPKvJSNLZeHA==','','0d8c96efe4960b0cea6f1c9a549a8f6406b37d0a3a8635844876d1dbfe038032');
INSERT INTO "consultations_consultationrequest" VALUES(5,'0WK3-T6PD','LcvxLnCEu81TismuiuHKPw','2026-11-25 07:14:29.501243','2026-11-25 23:00:00','en','gAAAAABrBorVZ1Zc0KOGUqD88wqebCIYUG8c76LJ9H4S3dr4V8xXjtsVMiE7PQ23Q6ec3R2ALvQq8hY9UqWbVwLEOWp-oj2aqw==','gAAAAABrBorVtuM3uLQDRO-KJtYrbriT8A0j_3Xnu2J3J9AHYAzQeh-lOkhTPk8UuANAAYFqf0UlY1qKunFeogGCmxque3keQg==','',0,'morning','en',0,'new','gAAAAABrBorVJhHSggXtq8J1EXLbBXRzkAvGtRXcZHU9HRSXgP7RUtitdCAXGochgCGI4X68mp3anmC-Mx4BzBGZ0KIpJuwD5hFYG7rVy8zTWJSjOwaSJOCsM27pLDRg2RAvFfnWOC4GW4X3eyfUbF9cd9_tUjJnLA==',1,'I agree that Integrated Health Solutions may contact me about this request by the means I gave above.','new','','','01da6947ba25daf1da5b20a4ccefd9593f3f043e3ceeeaab983dc38b7e276949');
INSERT INTO "consultations_consultationrequest" VALUES(6,'6HTH-ASR7','myKClpW9fO50Pn9HppMbEw','2026-11-25 07:14:31.240774','2026-11-25 23:00:00','en','gAAAAABrBorX9e9PB7yJ_GG_D6ycBnnmDQ-tzcDIWs8YUVPlghtU8FL4OTpbn9FaY8cgd_zFoIF_3c3hGnEGZIC0YMxvreSEeQ==','gAAAAABrBorXyAEab7EbNvk4EnFjFt_GgCRIDt9HgF36bGOHdo_ySwepwjBBT_zLP6PRhY71_iPN0FG7x3zLsBSXVpZ1tq-MCA==','',1,'any','es',0,'returning','gAAAAABrBorXHpQJazsw8UR9HQHwH2pvqn6UFf6BDj7wDioAqY5LprWT9oEw8XQCmwXf-HakFQWGdr2bxwXEYxPhOhMCGveWq1YfesiRWWMwlrprJSNkHlY=',1,'I agree that Integrated Health Solutions may contact me about this request by the means I gave above.','new','','','04d97e443e7369a5cf5f3587f45e7dd395c5c7d24696241dd9b46536814f8ed2');
CREATE TABLE "consultations_outgoingmail" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "recipient" varchar(254) NOT NULL, "subject" varchar(200) NOT NULL, "body" text NOT NULL, "message_id" char(32) NOT NULL UNIQUE, "created_at" datetime NOT NULL, "due_at" datetime NOT NULL, "sent_at" datetime NULL, "attempts" integer unsigned NOT NULL CHECK ("attempts" >= 0), "last_error" text NOT NULL, "consultation_request_id" bigint NOT NULL REFERENCES "consultations_consultationrequest" ("id") DEFERRABLE INITIALLY DEFERRED);
INSERT INTO "consultations_outgoingmail" VALUES(1,'front-desk@clinic.example','New consultation request','A patient asks for a consultation.

Reference: 7PW1-XFHB
Received:  Wednesday, November 25, 2026, 1:14 AM CST
Call by:   Wednesday, November 25, 2026, 5:00 PM CST

Sign in to read it:
http://127.0.0.1:20734/admin/consultations/consultationrequest/1/change/
','29cb8be862fb4572b7da5a58b64ce1ff','2026-11-25 07:14:29.305193','2026-11-25 07:19:31.089947','2026-11-25 07:14:31.098066',1,'',1);
INSERT INTO "consultations_outgoingmail" VALUES(2,'gone@clinic.example','New consultation request','A patient asks for a consultation.

Reference: 7PW1-XFHB
Received:  Wednesday, November 25, 2026, 1:14 AM CST
Call by:   Wednesday, November 25, 2026, 5:00 PM CST

Sign in to read it:
http://127.0.0.1:20734/admin/consultations/consultationrequest/1/change/
','7cbdd72e2f864179b430f94c6485af58','2026-11-25 07:14:29.305217','2026-11-25 07:14:32.078048',NULL,1,'SMTPRecipientsRefused: {''gone@clinic.example'': (550, b''5.1.1 nobody of that name'')}',1);
INSERT INTO "consultations_outgoingmail" VALUES(3,'front-desk@clinic.example','New consultation request','A patient asks for a consultation.

Reference: 9EYH-YNE0
Received:  Wednesday, November 25, 2026, 1:14 AM CST
Call by:   Wednesday, November 25, 2026, 5:00 PM CST

Sign in to read it:
http://127.0.0.1:20734/admin/consultations/consultationrequest/2/change/
','85de1b4b1e46439d8d81705eb3ee02fe','2026-11-25 07:14:29.389474','2026-11-25 07:19:31.101941','2026-11-25 07:14:31.104603',1,'',2);
INSERT INTO "consultations_outgoingmail" VALUES(4,'gone@clinic.example','New consultation request','A patient asks for a consultation.

Reference: 9EYH-YNE0
Received:  Wednesday, November 25, 2026, 1:14 AM CST
Call by:   Wednesday, November 25, 2026, 5:00 PM CST

Sign in to read it:
http://127.0.0.1:20734/admin/consultations/consultationrequest/2/change/
','5561829e7db84f6abe7f9ac9ab283411','2026-11-25 07:14:29.389503','2026-11-25 07:14:34.889356',NULL,2,'ConnectionRefusedError: [Errno 111] Connection refused',2);
INSERT INTO "consultations_outgoingmail" VALUES(5,'front-desk@clinic.example','New consultation request','A patient asks for a consultation.

Reference: Z67J-W65V
Received:  Wednesday, November 25, 2026, 1:14 AM CST
Call by:   Wednesday, November 25, 2026, 5:00 PM CST

Sign in to read it:
http://127.0.0.1:20734/admin/consultations/consultationrequest/3/change/
','b334d55370914ab096ee1a694e07ce7c','2026-11-25 07:14:29.432135','2026-11-25 07:19:31.107890','2026-11-25 07:14:31.110368',1,'',3);
INSERT INTO "consultations_outgoingmail" VALUES(6,'gone@clinic.example','New consultation request','A patient asks for a consultation.

Reference: Z67J-W65V
Received:  Wednesday, November 25, 2026, 1:14 AM CST
Call by:   Wednesday, November 25, 2026, 5:00 PM CST

Sign in to read it:
http://127.0.0.1:20734/admin/consultations/consultationrequest/3/change/
','02025b3507fa4f639d1962af7205a9a7','2026-11-25 07:14:29.432163','2026-11-25 07:14:32.012255',NULL,1,'SMTPRecipientsRefused: {''gone@clinic.example'': (550, b''5.1.1 nobody of that name'')}',3);
INSERT INTO "consultations_outgoingmail" VALUES(7,'front-desk@clinic.example','New consultation request','A patient asks for a consultation.

Reference: KFB2-F638
Received:  Wednesday, November 25, 2026, 1:14 AM CST
Call by:   Wednesday, November 25, 2026, 5:00 PM CST

Sign in to read it:
http://127.0.0.1:20734/admin/consultations/consultationrequest/4/change/
','86dfc557f7f24518bfaee1c4596b770a','2026-11-25 07:14:29.469578','2026-11-25 07:19:31.113606','2026-11-25 07:14:31.116234',1,'',4);
INSERT INTO "consultations_outgoingmail" VALUES(8,'gone@clinic.example','New consultation request','A patient asks for a consultation.

Reference: KFB2-F638
Received:  Wednesday, November 25, 2026, 1:14 AM CST
Call by:   Wednesday, November 25, 2026, 5:00 PM CST

Sign in to read it:
http://127.0.0.1:20734/admin/consultations/consultationrequest/4/change/
','4730acb335f7408ca92eb9f62f82e80e','2026-11-25 07:14:29.469594','2026-11-25 07:14:31.999074',NULL,1,'SMTPRecipientsRefused: {''gone@clinic.example'': (550, b''5.1.1 nobody of that name'')}',4);
INSERT INTO "consultations_outgoingmail" VALUES(9,'front-desk@clinic.example','New consultation request','A patient asks for a consultation.

Reference: 0WK3-T6PD
Received:  Wednesday, November 25, 2026, 1:14 AM CST
Call by:   Wednesday, November 25, 2026, 5:00 PM CST

Sign in to read it:
http://127.0.0.1:20734/admin/consultations/consultationrequest/5/change/
','395f233c8a1d460ba8af02b464fd8033','2026-11-25 07:14:29.503558','2026-11-25 07:19:31.119330','2026-11-25 07:14:31.121701',1,'',5);
INSERT INTO "consultations_outgoingmail" VALUES(10,'gone@clinic.example','New consultation request','A patient asks for a consultation.

Reference: 0WK3-T6PD
Received:  Wednesday, November 25, 2026, 1:14 AM CST
Call by:   Wednesday, November 25, 2026, 5:00 PM CST

Sign in to read it:
http://127.0.0.1:20734/admin/consultations/consultationrequest/5/change/
','7e487de76af2493face77856999f64e9','2026-11-25 07:14:29.503575','2026-11-25 07:14:35.083723',NULL,2,'ConnectionRefusedError: [Errno 111] Connection refused',5);
INSERT INTO "consultations_outgoingmail" VALUES(11,'front-desk@clinic.example','New consultation request','A patient asks for a consultation.

Reference: 6HTH-ASR7
Received:  Wednesday, November 25, 2026, 1:14 AM CST
Call by:   Wednesday, November 25, 2026, 5:00 PM CST

Sign in to read it:
http://127.0.0.1:20734/admin/consultations/consultationrequest/6/change/
','edd1584c86ee41e0b8cc41af102dfb60','2026-11-25 07:14:31.245250','2026-11-25 07:14:34.122644',NULL,1,'ConnectionRefusedError: [Errno 111] Connection refused',6);
INSERT INTO "consultations_outgoingmail" VALUES(12,'gone@clinic.example','New consultation request','A patient asks for a consultation.

Reference: 6HTH-ASR7
Received:  Wednesday, November 25, 2026, 1:14 AM CST
Call by:   Wednesday, November 25, 2026, 5:00 PM CST

Sign in to read it:
http://127.0.0.1:20734/admin/consultations/consultationrequest/6/change/
','7a64a01a85a6421eba2c0ae748a752ea','2026-11-25 07:14:31.245279','2026-11-25 07:14:33.990679',NULL,1,'ConnectionRefusedError: [Errno 111] Connection refused',6);
CREATE TABLE "django_admin_log" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "object_id" text NULL, "object_repr" varchar(200) NOT NULL, "action_flag" smallint unsigned NOT NULL CHECK ("action_flag" >= 0), "change_message" text NOT NULL, "content_type_id" integer NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" integer NOT NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED, "action_time" datetime NOT NULL);
INSERT INTO "django_admin_log" VALUES(1,'2','9EYH-YNE0',2,'[{"changed": {"fields": ["State", "Note"]}}]',10,1,'2026-11-25 07:14:31.950848');
INSERT INTO "django_admin_log" VALUES(2,'3','Z67J-W65V',2,'[{"changed": {"fields": ["State", "Note"]}}]',10,1,'2026-11-25 07:14:32.008759');
INSERT INTO "django_admin_log" VALUES(3,'4','KFB2-F638',2,'[{"changed": {"fields": ["State", "Corrected phone"]}}]',10,1,'2026-11-25 07:14:32.062842');
INSERT INTO "django_admin_log" VALUES(4,'1','Integrated Health Solutions',2,'[{"changed": {"fields": ["Phone"]}}]',1,1,'2026-11-25 07:14:32.160782');
CREATE TABLE "django_content_type" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "app_label" varchar(100) NOT NULL, "model" varchar(100) NOT NULL);
INSERT INTO "django_content_type" VALUES(1,'clinic_site','clinic');
INSERT INTO "django_content_type" VALUES(2,'clinic_site','closure');
INSERT INTO "django_content_type" VALUES(3,'clinic_site','openingperiod');
INSERT INTO "django_content_type" VALUES(4,'clinic_site','interfacereview');
INSERT INTO "django_content_type" VALUES(5,'articles','article');
INSERT INTO "django_content_type" VALUES(6,'articles','topic');
INSERT INTO "django_content_type" VALUES(7,'articles','reference');
INSERT INTO "django_content_type" VALUES(8,'articles','articletext');
INSERT INTO "django_content_type" VALUES(9,'articles','topicname');
INSERT INTO "django_content_type" VALUES(10,'consultations','consultationrequest');
INSERT INTO "django_content_type" VALUES(11,'consultations','outgoingmail');
INSERT INTO "django_content_type" VALUES(12,'admin','logentry');
INSERT INTO "django_content_type" VALUES(13,'auth','permission');
INSERT INTO "django_content_type" VALUES(14,'auth','group');
INSERT INTO "django_content_type" VALUES(15,'auth','user');
INSERT INTO "django_content_type" VALUES(16,'contenttypes','contenttype');
INSERT INTO "django_content_type" VALUES(17,'sessions','session');
CREATE TABLE "django_migrations" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "app" varchar(255) NOT NULL, "name" varchar(255) NOT NULL, "applied" datetime NOT NULL);
INSERT INTO "django_migrations" VALUES(1,'contenttypes','0001_initial','2026-11-25 07:14:24.900434');
INSERT INTO "django_migrations" VALUES(2,'auth','0001_initial','2026-11-25 07:14:24.909620');
INSERT INTO "django_migrations" VALUES(3,'admin','0001_initial','2026-11-25 07:14:24.914715');
INSERT INTO "django_migrations" VALUES(4,'admin','0002_logentry_remove_auto_add','2026-11-25 07:14:24.919572');
INSERT INTO "django_migrations" VALUES(5,'admin','0003_logentry_add_action_flag_choices','2026-11-25 07:14:24.922686');
INSERT INTO "django_migrations" VALUES(6,'articles','0001_initial','2026-11-25 07:14:24.932254');
INSERT INTO "django_migrations" VALUES(7,'articles','0002_callouts_versions_next_review','2026-11-25 07:14:24.966880');
INSERT INTO "django_migrations" VALUES(8,'articles','0003_versions_are_known','2026-11-25 07:14:24.976583');
INSERT INTO "django_migrations" VALUES(9,'articles','0004_search','2026-11-25 07:14:24.998080');
INSERT INTO "django_migrations" VALUES(10,'contenttypes','0002_remove_content_type_name','2026-11-25 07:14:25.009174');
INSERT INTO "django_migrations" VALUES(11,'auth','0002_alter_permission_name_max_length','2026-11-25 07:14:25.014261');
INSERT INTO "django_migrations" VALUES(12,'auth','0003_alter_user_email_max_length','2026-11-25 07:14:25.019057');
INSERT INTO "django_migrations" VALUES(13,'auth','0004_alter_user_username_opts','2026-11-25 07:14:25.022266');
INSERT INTO "django_migrations" VALUES(14,'auth','0005_alter_user_last_login_null','2026-11-25 07:14:25.026600');
INSERT INTO "django_migrations" VALUES(15,'auth','0006_require_contenttypes_0002','2026-11-25 07:14:25.027377');
INSERT INTO "django_migrations" VALUES(16,'auth','0007_alter_validators_add_error_messages','2026-11-25 07:14:25.031951');
INSERT INTO "django_migrations" VALUES(17,'auth','0008_alter_user_username_max_length','2026-11-25 07:14:25.035935');
INSERT INTO "django_migrations" VALUES(18,'auth','0009_alter_user_last_name_max_length','2026-11-25 07:14:25.039820');
INSERT INTO "django_migrations" VALUES(19,'auth','0010_alter_group_name_max_length','2026-11-25 07:14:25.043778');
INSERT INTO "django_migrations" VALUES(20,'auth','0011_update_proxy_permissions','2026-11-25 07:14:25.048055');
INSERT INTO "django_migrations" VALUES(21,'auth','0012_alter_user_first_name_max_length','2026-11-25 07:14:25.053061');
INSERT INTO "django_migrations" VALUES(22,'clinic_site','0001_initial','2026-11-25 07:14:25.058570');
INSERT INTO "django_migrations" VALUES(23,'clinic_site','0002_interface_review','2026-11-25 07:14:25.059990');
INSERT INTO "django_migrations" VALUES(24,'consultations','0001_initial','2026-11-25 07:14:25.064166');
INSERT INTO "django_migrations" VALUES(25,'sessions','0001_initial','2026-11-25 07:14:25.065826');
CREATE TABLE "django_session" ("session_key" varchar(40) NOT NULL PRIMARY KEY, "session_data" text NOT NULL, "expire_date" datetime NOT NULL);
INSERT INTO "django_session" VALUES('z86ypt11jsan8f9hajpdiz6tnolxpr6w','.eJxVjEEOwiAQRe_C2hAGgQGX7nsGMjBUqoYmpV0Z765NutDtf-_9l4i0rTVuvSxxYnERIE6_W6L8KG0HfKd2m2We27pMSe6KPGiXw8zleT3cv4NKvX5rbclYPWIxAZNVXMB6FYAyhew0ZFaedUKnKZ8xeDBjYlaBEzj0FpV4fwDUvzdz:1xW7D5:TEvROcr0BMKP2MD4J6r6NiPdv4a-W-YnnmILXFw88CI','2026-12-09 07:14:31.892171');
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
CREATE INDEX "articles_reference_article_id_ee6dbb6e" ON "articles_reference" ("article_id");
CREATE INDEX "articles_article_published_at_b692f2ff" ON "articles_article" ("published_at");
CREATE INDEX "articles_article_topic_id_a7619489" ON "articles_article" ("topic_id");
CREATE INDEX "articles_topicname_topic_id_3d17a877" ON "articles_topicname" ("topic_id");
CREATE INDEX "articles_articletext_slug_8113ec27" ON "articles_articletext" ("slug");
CREATE INDEX "articles_articletext_article_id_067eaf9c" ON "articles_articletext" ("article_id");
CREATE UNIQUE INDEX "django_content_type_app_label_model_76bd3d3b_uniq" ON "django_content_type" ("app_label", "model");
CREATE UNIQUE INDEX "auth_permission_content_type_id_codename_01ab375a_uniq" ON "auth_permission" ("content_type_id", "codename");
CREATE INDEX "auth_permission_content_type_id_2f476e4b" ON "auth_permission" ("content_type_id");
CREATE INDEX "clinic_site_closure_clinic_id_773bf7f4" ON "clinic_site_closure" ("clinic_id");
CREATE INDEX "clinic_site_openingperiod_clinic_id_758585a4" ON "clinic_site_openingperiod" ("clinic_id");
CREATE INDEX "consultations_consultationrequest_received_at_153a5722" ON "consultations_consultationrequest" ("received_at");
CREATE INDEX "consultations_consultationrequest_state_2b8cecd9" ON "consultations_consultationrequest" ("state");
CREATE INDEX "consultations_outgoingmail_consultation_request_id_45ea42cb" ON "consultations_outgoingmail" ("consultation_request_id");
CREATE INDEX "mail_waiting" ON "consultations_outgoingmail" ("due_at") WHERE "sent_at" IS NULL;
CREATE INDEX "django_session_expire_date_a5c62663" ON "django_session" ("expire_date");
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('django_migrations',25);
INSERT INTO "sqlite_sequence" VALUES('django_admin_log',4);
INSERT INTO "sqlite_sequence" VALUES('articles_article',7);
INSERT INTO "sqlite_sequence" VALUES('articles_articletext',10);
INSERT INTO "sqlite_sequence" VALUES('django_content_type',17);
INSERT INTO "sqlite_sequence" VALUES('auth_permission',68);
INSERT INTO "sqlite_sequence" VALUES('auth_group',0);
INSERT INTO "sqlite_sequence" VALUES('auth_user',1);
INSERT INTO "sqlite_sequence" VALUES('clinic_site_clinic',1);
INSERT INTO "sqlite_sequence" VALUES('clinic_site_openingperiod',5);
INSERT INTO "sqlite_sequence" VALUES('articles_topic',5);
INSERT INTO "sqlite_sequence" VALUES('articles_topicname',20);
INSERT INTO "sqlite_sequence" VALUES('consultations_consultationrequest',6);
INSERT INTO "sqlite_sequence" VALUES('consultations_outgoingmail',12);
COMMIT;